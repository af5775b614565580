package no.bits.tls.errorreport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import no.bits.tls.evidence.Evidence;
import no.bits.tls.evidence.EvidenceReader;
import no.bits.tls.evidence.Failure;
import no.bits.tls.evidence.Material;
import no.bits.tls.evidence.Material.Kind;
import no.bits.tls.evidence.Material.Part;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.inbox.Inbox;
import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.inbox.IncomingMail.Attachment;
import no.bits.tls.inbox.IncomingMail.Enclosed;
import org.springframework.stereotype.Component;

/** Reads the evidence that a mail brings, wherever in it that is. */
@Component
class MailEvidence {

    private static final int LONGEST_STATUS = 500_000;

    private static final int LONGEST_FILE = 50_000_000;

    private static final int MOST_PARTS = 100;

    private static final Pattern DELIVERY_STATUS = Pattern.compile("message/(?:global-)?delivery-status");

    private static final Pattern TEXT = Pattern
        .compile("text/plain|application/(?:tlsrpt\\+)?json|text/csv|text/x-log");

    private static final Pattern TEXT_NAME = Pattern.compile("(?i).+\\.(?:txt|log|json|csv)");

    private static final Pattern FROM_SERVER = Pattern
        .compile("(?i)mailer-?daemon|postmaster|mail delivery|microsoft ?exchange|microsoft outlook");

    private static final Pattern RETURNED = Pattern.compile(
            "(?i)undeliver|deliver\\w* (?:status|fail|problem|delay)|failure|returned mail|ikke (?:bli )?lever|uleverbar");

    private final Inbox inbox;

    MailEvidence(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * Reads a mail.
     * @param mail the mail, of any origin
     * @return what it tells of mail that fails
     */
    Evidence of(IncomingMail mail) {
        return read(mail, this.inbox.ownDomains());
    }

    static Evidence read(IncomingMail mail, Set<DomainName> ownDomains) {
        Set<DomainName> reporting = new HashSet<>(ownDomains);
        mail.sender().ifPresent((sender) -> reporting.add(sender.domain()));
        return EvidenceReader
            .read(new Material(mail.subject() + "\n" + mail.text(), parts(mail), reporting, mail.receivedAt()));
    }

    /**
     * Reads the mails of a report once more.
     * @param report the report
     * @return what they tell, mail by mail
     */
    List<Failure> of(ErrorReport report) {
        return report.complaints()
            .stream()
            .map(Complaint::mailId)
            .distinct()
            .sorted()
            .flatMap((id) -> of(this.inbox.mail(id)).failures().stream())
            .toList();
    }

    private static List<Part> parts(IncomingMail mail) {
        List<Part> parts = new ArrayList<>();
        for (Attachment file : mail.attachments()) {
            part(file).ifPresent(parts::add);
        }
        mail.enclosed()
            .stream()
            .filter(MailEvidence::isReturned)
            .forEach((enclosed) -> parts.add(new Part(Kind.RETURNED_MAIL, enclosed.text())));
        return parts.subList(0, Math.min(parts.size(), MOST_PARTS));
    }

    private static Optional<Part> part(Attachment file) {
        if (DELIVERY_STATUS.matcher(file.contentType()).matches()) {
            return Optional.of(new Part(Kind.DELIVERY_STATUS, text(file, LONGEST_STATUS)));
        }
        boolean text = TEXT.matcher(file.contentType()).matches() || TEXT_NAME.matcher(file.fileName()).matches();
        return (text && !file.opened()) ? Optional.of(new Part(Kind.FILE, text(file, LONGEST_FILE))) : Optional.empty();
    }

    /** What a server returned may be anything; only its own words are evidence. */
    private static boolean isReturned(Enclosed mail) {
        return FROM_SERVER.matcher(mail.from()).find() || RETURNED.matcher(mail.subject()).find();
    }

    private static String text(Attachment file, int longest) {
        byte[] content = file.content();
        return new String(content, 0, Math.min(content.length, longest), StandardCharsets.UTF_8);
    }

}
