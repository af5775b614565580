package no.bits.tls.domainlist;

import org.springframework.http.MediaType;

/** A kind of file in which machines load the Domain List: a new kind is a new bean. */
interface ListFormat {

    /** The name under which it is downloaded, for example {@code domains.csv}. */
    String fileName();

    MediaType mediaType();

    /**
     * Writes a version; the same version always gives the same bytes.
     * @param edition a version with its rows
     * @return the whole file
     */
    byte[] write(Edition edition);

}
