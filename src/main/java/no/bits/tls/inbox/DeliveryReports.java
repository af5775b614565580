package no.bits.tls.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.bits.tls.evidence.DeliveryStatus;
import no.bits.tls.outbox.Correspondence;
import no.bits.tls.outbox.DeliveryReport;
import no.bits.tls.outbox.DeliveryReport.Action;
import no.bits.tls.outbox.SentMail;

import org.springframework.stereotype.Component;

/**
 * Reads delivery reports about our own mails (RFC 3464), also those that servers write in
 * a way of their own, and takes them to the mail that they are about.
 */
@Component
class DeliveryReports {

    private static final int LIMIT = 100_000;

    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b(?!\\.\\d)");

    private static final Pattern REFUSAL = Pattern.compile("\\b[45]\\d\\d[ -]|\\b[45]\\.\\d{1,3}\\.\\d{1,3}\\b");

    private static final Pattern UNDELIVERED = Pattern.compile(
            "undeliver|not (?:be )?delivered|delivery (?:status|fail|has failed|problem)|returned mail|returned to sender"
                    + "|failure notice|mail delivery|kan ikke leveres|kunne ikke leveres|ikke levert|uleverbar",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WAITING = Pattern.compile(
            "delayed|warning|will be retried|still being|not yet been delivered|forsinket|keep trying",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MESSAGE_ID = Pattern.compile("^Message-ID:\\s*(<[^<>\\s]{1,500}>)",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final Correspondence correspondence;

    DeliveryReports(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    /**
     * Takes a report to our mail: by its envelope id, by the address that it came to, by
     * the Message-ID of what it sends back.
     * @param mail a mail of a machine
     * @return our mail, or nothing where this is no report about one
     */
    Optional<SentMail> take(ParsedMail mail) {
        DeliveryStatus fields = fields(mail);
        Optional<SentMail> ours = isReport(mail, fields) ? aboutWhich(mail, fields) : Optional.empty();
        ours.ifPresent((sent) -> this.correspondence.report(sent, report(mail, fields)));
        return ours;
    }

    private static boolean isReport(ParsedMail mail, DeliveryStatus fields) {
        return fields.tells() || UNDELIVERED.matcher(mail.subject()).find() || !refusal(mail).isEmpty();
    }

    private Optional<SentMail> aboutWhich(ParsedMail mail, DeliveryStatus fields) {
        return this.correspondence.withEnvelopeId(fields.value("original-envelope-id"))
            .or(() -> mail.recipients().map(this.correspondence::returnedTo).flatMap(Optional::stream).findFirst())
            .or(() -> this.correspondence.newestOf(returnedMessageIds(mail)));
    }

    private static DeliveryReport report(ParsedMail mail, DeliveryStatus fields) {
        String diagnostic = DeliveryStatus.untyped(fields.value("diagnostic-code"));
        return !fields.tells() ? fromText(mail)
                : new DeliveryReport(action(fields.value("action")), first(STATUS, fields.value("status")),
                        CleanText.line(diagnostic, 900),
                        CleanText.line(DeliveryStatus.untyped(fields.value("remote-mta")), 200));
    }

    private static DeliveryReport fromText(ParsedMail mail) {
        String said = said(mail);
        String refusal = refusal(mail);
        boolean waiting = WAITING.matcher(mail.subject() + " " + said).find();
        return new DeliveryReport(waiting ? Action.DELAYED : Action.FAILED, first(STATUS, said),
                CleanText.line(refusal.isEmpty() ? mail.subject() : refusal, 900), "");
    }

    private static String refusal(ParsedMail mail) {
        return said(mail).lines().filter((line) -> REFUSAL.matcher(line).find()).findFirst().orElse("");
    }

    private static String said(ParsedMail mail) {
        return mail.text().substring(0, Math.min(mail.text().length(), LIMIT));
    }

    private static Action action(String said) {
        return Arrays.stream(Action.values())
            .filter((action) -> said.toUpperCase(Locale.ROOT).startsWith(action.name()))
            .findFirst()
            .orElse(Action.FAILED);
    }

    private static DeliveryStatus fields(ParsedMail mail) {
        return DeliveryStatus.of(part(mail, "message/delivery-status", "message/global-delivery-status").findFirst()
            .map(DeliveryReports::text)
            .orElse(""));
    }

    private static List<String> returnedMessageIds(ParsedMail mail) {
        return part(mail, "message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers")
            .flatMap((part) -> MESSAGE_ID.matcher(text(part)).results())
            .map((found) -> found.group(1))
            .toList();
    }

    private static Stream<MailPart> part(ParsedMail mail, String... types) {
        return mail.parts().stream().filter((part) -> List.of(types).contains(part.type()));
    }

    private static String text(MailPart part) {
        byte[] content = part.content();
        return new String(content, 0, Math.min(content.length, LIMIT), StandardCharsets.UTF_8);
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).findFirst().orElse("");
    }

}
