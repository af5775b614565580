package no.bits.tls.inbox;

import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/**
 * A file as a mail or a container brings it.
 *
 * @param name what it is called there, hostile; may be empty
 * @param type its media type in lower case
 * @param content its bytes
 */
record MailFile(String name, String type, byte[] content) {

    /** A file whose type only its name tells. */
    static MailFile named(String name, byte[] content) {
        return new MailFile(name,
                MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM).toString(), content);
    }

}
