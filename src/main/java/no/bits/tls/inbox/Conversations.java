package no.bits.tls.inbox;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.inbox.AnsweredCase.Evidence;
import no.bits.tls.outbox.Correspondence;
import no.bits.tls.outbox.SentMail;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.stereotype.Component;

/**
 * Finds the case that a mail answers: by our token, by our Message-IDs, by the line at
 * the end of our mails, and last by its subject, which anybody can write.
 */
@Component
class Conversations {

    private static final Pattern MARKER = Pattern.compile("Saksnummer / Case number:[ \\t]*(TLS-\\d{4}-\\d{5,9})\\b");

    private final Correspondence correspondence;

    private final InboundMails mails;

    Conversations(Correspondence correspondence, InboundMails mails) {
        this.correspondence = correspondence;
        this.mails = mails;
    }

    Optional<AnsweredCase> answeredBy(ParsedMail mail) {
        return Stream
            .<Supplier<Optional<AnsweredCase>>>of(() -> byToken(mail), () -> byReference(mail), () -> byMarker(mail),
                    () -> bySubject(mail))
            .map(Supplier::get)
            .flatMap(Optional::stream)
            .findFirst();
    }

    /** The mail of ours that comes back to the address for delivery reports. */
    Optional<SentMail> returnedTo(ParsedMail mail) {
        return mail.recipients().map(this.correspondence::returnedTo).flatMap(Optional::stream).findFirst();
    }

    private Optional<AnsweredCase> byToken(ParsedMail mail) {
        return mail.recipients()
            .map(this.correspondence::answeredAt)
            .flatMap(Optional::stream)
            .findFirst()
            .map((sent) -> new AnsweredCase(sent.caseNumber(), Evidence.TOKEN));
    }

    /**
     * Our Message-IDs, or those of mails that the same address sent in the case before.
     */
    private Optional<AnsweredCase> byReference(ParsedMail mail) {
        List<String> references = mail.references();
        return this.correspondence.newestOf(references)
            .map(SentMail::caseNumber)
            .or(() -> mail.sender().flatMap((sender) -> this.mails.caseOf(references, sender)))
            .map((caseNumber) -> new AnsweredCase(caseNumber, Evidence.REFERENCE));
    }

    private Optional<AnsweredCase> byMarker(ParsedMail mail) {
        Matcher marker = MARKER.matcher(mail.text());
        return marker.find() ? Optional.of(new AnsweredCase(new CaseNumber(marker.group(1)), Evidence.MARKER))
                : Optional.empty();
    }

    private Optional<AnsweredCase> bySubject(ParsedMail mail) {
        return CaseNumber.in(mail.subject())
            .map((caseNumber) -> new AnsweredCase(caseNumber,
                    mail.sender().filter((sender) -> belongs(sender, caseNumber)).isPresent() ? Evidence.KNOWN_SENDER
                            : Evidence.SUBJECT));
    }

    private boolean belongs(EmailAddress sender, CaseNumber caseNumber) {
        return this.correspondence.hasWrittenTo(caseNumber, sender) || this.mails.hasHeardFrom(caseNumber, sender);
    }

}
