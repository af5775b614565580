package no.bits.tls.errorreport;

import java.util.List;
import java.util.regex.Pattern;

import no.bits.tls.evidence.Evidence;
import no.bits.tls.evidence.Failure;
import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.inbox.MailGuess;
import no.bits.tls.inbox.MailHandler;
import no.bits.tls.workflow.CaseNumber;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Recognises error reports: a mail server's evidence of a failure that concerns the
 * scheme, or a person who names a listed domain that is not theirs and says that mail
 * fails.
 */
@Component
@Order(300)
class ErrorReportMail implements MailHandler {

    private static final Pattern WORDS = Pattern.compile(
            "(?<!\\w)(?:ikke levert|ikke fram|ikke frem|kommer i retur|i retur|avvist|avvises|feilmelding|undeliver\\w*"
                    + "|could not be delivered|bounce\\w*|rejected|starttls|tls-feil|tls failure|handshake|sertifikat\\w*"
                    + "|certificate\\w*|[45]\\.7\\.\\d{1,3})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private final ErrorReports reports;

    private final MailEvidence evidence;

    private final Parties parties;

    ErrorReportMail(ErrorReports reports, MailEvidence evidence, Parties parties) {
        this.reports = reports;
        this.evidence = evidence;
        this.parties = parties;
    }

    @Override
    public String kind() {
        return "errorReport";
    }

    @Override
    public boolean accepts(IncomingMail mail) {
        Evidence told = this.evidence.of(mail);
        boolean concernsUs = told.failures().stream().anyMatch(this::isListed);
        return told.isOfMachine() ? concernsUs || told.failures().stream().anyMatch(Failure::aboutTls)
                || this.parties.reporting(mail).isPresent() && !told.isEmpty() : concernsUs;
    }

    @Override
    public CaseNumber handle(IncomingMail mail) {
        return this.reports.receive(mail);
    }

    @Override
    public boolean resume(CaseNumber caseNumber, IncomingMail mail) {
        return this.reports.replied(caseNumber);
    }

    @Override
    public List<String> signs(IncomingMail mail) {
        return MailGuess.wordsIn(mail, WORDS);
    }

    private boolean isListed(Failure failure) {
        return failure.domain() != null && this.parties.with(failure.domain()).isPresent();
    }

}
