package no.bits.tls.domainlist;

import java.net.URI;

import no.bits.tls.identifier.EmailAddress;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The public addresses of the Domain List, as they stand in mails.
 *
 * @param publicUrl where everybody reaches this application, without a path
 * @param contact the address that the pages give for forms and questions
 */
@ConfigurationProperties("backoffice")
public record PublicLinks(@DefaultValue("https://www.bits.no") URI publicUrl,
        @DefaultValue("tls@bits.no") EmailAddress contact) {

    /** The list as a page. */
    public URI page() {
        return this.publicUrl.resolve("/tls");
    }

    /** The list as CSV. */
    public URI csv() {
        return this.publicUrl.resolve("/tls/domains.csv");
    }

    /** The list as JSON. */
    public URI json() {
        return this.publicUrl.resolve("/tls/domains.json");
    }

    /**
     * Any page of ours.
     * @param path its path, with the slash in front
     * @return its address
     */
    public URI at(String path) {
        return this.publicUrl.resolve(path);
    }

}
