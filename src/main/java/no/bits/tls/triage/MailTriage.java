package no.bits.tls.triage;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A mail that waits for a person to say what it is. Its life: opened when a mail is put
 * aside, closed when somebody has sorted it; sorted once, for good.
 *
 * @param mailId the mail
 * @param reason one sentence that says why no case has it
 * @param sorting what the person said, once sorted
 * @param became the case that started from it, if one did
 */
@Table("mail_triage")
record MailTriage(@Id @Nullable Long id, @Version @Nullable Long version, String caseNumber, long mailId, String reason,
        Instant openedAt, @Nullable Sorting sorting, @Nullable String became) {

    static MailTriage opened(String caseNumber, long mailId, String reason, Instant at) {
        return new MailTriage(null, null, caseNumber, mailId, reason, at, null, null);
    }

    MailTriage sorted(Sorting as, @Nullable String newCase) {
        if (this.sorting != null) {
            throw TriageRefused.sortedAlready(this.caseNumber);
        }
        return new MailTriage(this.id, this.version, this.caseNumber, this.mailId, this.reason, this.openedAt, as,
                newCase);
    }

}
