package no.bits.tls.enrolment;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.bits.tls.document.DocumentReading;
import no.bits.tls.document.Documents;
import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.inbox.MailGuess;
import no.bits.tls.inbox.MailHandler;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.DeskLanguage;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Opens an enrolment for a mail that brings one of the two forms, or that asks in words
 * to join, and takes the applicant's answers in.
 */
@Component
@Order(100)
class EnrolmentMail implements MailHandler {

    private static final Pattern SCHEME = Pattern.compile("\\btls\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern JOINING = Pattern
        .compile("innmeld|påmeld|\\bmeld\\w{0,20} (?:oss|seg|dere) (?:inn|på)|bli med"
                + "|delta i|samsvarserklæring|vedlegg [12]\\b|enrol|registr|sign ?up|\\bjoin\\b|declaration of conformity"
                + "|appendi(?:x|ces)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FORM_NAME = Pattern.compile(
            "vedlegg ?_?[12]|samsvar|erkl(?:æ|ae)ring|innmeld|skjema|opplysninger|appendi|declaration|enrol",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int MOST_FORMS = 20;

    private static final int MOST_SIGNS = 3;

    private final Enrolments enrolments;

    private final Documents documents;

    EnrolmentMail(Enrolments enrolments, Documents documents) {
        this.enrolments = enrolments;
        this.documents = documents;
    }

    @Override
    public String kind() {
        return "enrolment";
    }

    @Override
    public boolean accepts(IncomingMail mail) {
        return asksToJoin(mail) || mail.attachments()
            .stream()
            .filter((attachment) -> !attachment.opened())
            .limit(MOST_FORMS)
            .anyMatch(this::isForm);
    }

    @Override
    public CaseNumber handle(IncomingMail mail) {
        return this.enrolments.receive(mail);
    }

    @Override
    public boolean resume(CaseNumber caseNumber, IncomingMail mail) {
        return this.enrolments.resume(caseNumber, mail);
    }

    @Override
    public List<String> signs(IncomingMail mail) {
        Stream<String> forms = mail.attachments()
            .stream()
            .map(IncomingMail.Attachment::fileName)
            .filter((name) -> FORM_NAME.matcher(name).find())
            .limit(MOST_SIGNS)
            .map(DeskLanguage.ofReader()
                .of("Vedlegget «%s» kan være et skjema", "The attachment “%s” may be a form")::formatted);
        return Stream.concat(forms, MailGuess.wordsIn(mail, JOINING).stream()).limit(MOST_SIGNS).toList();
    }

    private static boolean asksToJoin(IncomingMail mail) {
        String words = mail.subject() + "\n" + mail.text();
        return CaseNumber.in(mail.subject()).isEmpty() && SCHEME.matcher(words).find() && JOINING.matcher(words).find();
    }

    private boolean isForm(IncomingMail.Attachment attachment) {
        DocumentReading reading = this.documents.read(attachment.fileName(), attachment.content());
        return !reading.appendices().isEmpty();
    }

}
