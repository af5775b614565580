package no.bits.tls.changepack;

import java.net.URI;

/**
 * A file that a participant fetches.
 *
 * @param name its name, for example {@code postfix-outbound.txt}
 * @param url where, for this participant only and for a limited time
 */
public record PackFile(String name, URI url) {

    /** Its path, for a page of ours. */
    public String path() {
        return this.url.getPath();
    }

}
