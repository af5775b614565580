package no.bits.tls.errorreport;

import java.time.Instant;
import java.util.Optional;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What one mail reports of one domain.
 *
 * @param caseNumber the case that the mail came to
 * @param mailId the mail
 * @param reporter who wrote it; nothing where they cannot be answered
 * @param reporterId the participant that wrote it, where it takes part
 * @param domain the domain to which mail fails, where that is known
 * @param participantId the participant that has this domain on the list, if one does
 * @param server the name of its mail server as the report says, may be empty
 * @param receivedAt when the mail came
 */
record Complaint(String caseNumber, long mailId, @Nullable String reporter, @Nullable Long reporterId,
        @Nullable DomainName domain, @Nullable Long participantId, String server, Instant receivedAt) {

    /** Whoever is to hear what becomes of it. */
    Optional<EmailAddress> answerTo() {
        return Optional.ofNullable(this.reporter).flatMap(EmailAddress::parse);
    }

    /** Whether both are about the same domain or the same mail server. */
    boolean isLike(Complaint other) {
        return this.domain != null && this.domain.equals(other.domain)
                || !this.server.isEmpty() && this.server.equals(other.server);
    }

    /** The same report about another domain, as a person has found. */
    Complaint about(DomainName domain, @Nullable Long participantId) {
        return new Complaint(this.caseNumber, this.mailId, this.reporter, this.reporterId, domain, participantId,
                this.server, this.receivedAt);
    }

}
