package no.bits.tls.evidence;

import java.time.Instant;
import java.util.Optional;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Mail that did not arrive, or not yet, as somebody's mail server or somebody tells it.
 *
 * @param source what told it
 * @param recipient to whom it was, where that is told
 * @param domain the recipient's domain, where that is told
 * @param server the name of the recipient's mail server, in lower case; may be empty
 * @param address that server's IP address; may be empty
 * @param status the enhanced status code (RFC 3463), for example {@code 4.7.5}; may be
 * empty
 * @param said the words of the server or of the program, at most
 * {@value Evidence#LONGEST} characters; may be empty
 * @param at when it was tried last, where that is told
 * @param cause why, as far as it is told
 * @param aboutTls whether it has to do with TLS, whatever the cause
 * @param count how many mails or sessions it stands for
 */
public record Failure(Source source, @Nullable EmailAddress recipient, @Nullable DomainName domain, String server,
        String address, String status, String said, @Nullable Instant at, Cause cause, boolean aboutTls, long count) {

    static Failure of(Source source, @Nullable EmailAddress recipient, @Nullable DomainName domain, Place place,
            Words words, @Nullable Instant at) {
        Diagnosis diagnosis = Diagnosis.of(words.status(), words.said());
        return new Failure(source, recipient, domain, place.server(), place.address(), words.status(), words.said(), at,
                diagnosis.cause(), diagnosis.aboutTls(), 1);
    }

    /**
     * Whether both tell of the same recipient, or of the same domain where one names no
     * recipient.
     */
    boolean isAbout(Failure other) {
        return (this.recipient != null && other.recipient != null) ? this.recipient.sameAs(other.recipient)
                : this.domain != null && this.domain.equals(other.domain);
    }

    /** Whether both tell of the same mail server. */
    boolean isAt(Failure other) {
        return !this.server.isEmpty() && this.server.equals(other.server)
                || !this.address.isEmpty() && this.address.equals(other.address);
    }

    /** With what another source knows of the same failure and this one does not. */
    Failure completedBy(Failure other) {
        boolean learns = this.cause == Cause.UNKNOWN && other.cause != Cause.UNKNOWN;
        return new Failure(this.source, this.recipient, this.domain, either(this.server, other.server),
                either(this.address, other.address), either(this.status, other.status),
                learns ? Words.cut(this.said + "\n" + other.said) : either(this.said, other.said),
                Optional.ofNullable(this.at).orElse(other.at), learns ? other.cause : this.cause,
                this.aboutTls || other.aboutTls, this.count);
    }

    Failure times(long count) {
        return new Failure(this.source, this.recipient, this.domain, this.server, this.address, this.status, this.said,
                this.at, this.cause, this.aboutTls, count);
    }

    private static String either(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    /** What told of it, the surest first. */
    public enum Source {

        /** A delivery report (RFC 3464). */
        DELIVERY_REPORT,

        /** A TLS report (RFC 8460). */
        TLS_REPORT,

        /** Lines of a mail server's log. */
        LOG,

        /** The text of a returned mail, as people pass it on. */
        RETURNED_TEXT,

        /** Somebody's own words. */
        PROSE

    }

}
