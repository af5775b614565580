package no.bits.tls.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import no.bits.tls.identifier.DomainName;

/**
 * What somebody sent us.
 *
 * @param words the subject and the text of the mail
 * @param parts what came with it, from the outside in
 * @param reporting the domains of whoever sent it and our own: people name them, but mail
 * to them is seldom what fails
 * @param received when it came
 */
public record Material(String words, List<Part> parts, Set<DomainName> reporting, Instant received) {

    public Material {
        parts = List.copyOf(parts);
        reporting = Set.copyOf(reporting);
    }

    /**
     * One text that came with a mail.
     *
     * @param kind what it is
     * @param text its characters
     */
    public record Part(Kind kind, String text) {
    }

    /** What a text is. */
    public enum Kind {

        /** The fields of a delivery report. */
        DELIVERY_STATUS,

        /** A file of text, such as a log or a TLS report. */
        FILE,

        /** The text of a mail that a server returned. */
        RETURNED_MAIL

    }

}
