package no.bits.tls.domaincheck;

import java.time.Instant;
import java.util.Optional;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.tls.InboundProofReport;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A look at one domain's mail servers. Its life: asked; done by an instance that has a
 * lease on it; where a server asks us to come again it waits and is done once more, and
 * meanwhile says what was seen so far.
 *
 * @param id its number
 * @param domain the domain
 * @param reason why it was asked for
 * @param caseNumber the case that waits for it, if one does
 * @param askedAt when it was asked for
 * @param dueAt when it is to be done, or done again; nothing once it is done for good
 * @param attempts how often it was done
 * @param checkedAt when it was done last
 * @param report what was seen last
 * @param proof what was proven, where the reason is {@link Reason#PROOF}
 */
public record DomainCheck(long id, DomainName domain, Reason reason, @Nullable CaseNumber caseNumber, Instant askedAt,
        @Nullable Instant dueAt, int attempts, @Nullable Instant checkedAt, @Nullable DomainReport report,
        @Nullable InboundProofReport proof) {

    /** Whether it is still to be done, or done again. */
    public boolean isPending() {
        return this.dueAt != null;
    }

    /** What was seen, if anything was yet. */
    public Optional<DomainReport> seen() {
        return Optional.ofNullable(this.report);
    }

}
