package no.bits.tls.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.inbox.IncomingMail.Attachment;
import no.bits.tls.inbox.IncomingMail.Enclosed;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * What we could read of a mail's bytes.
 *
 * @param header the header of the whole mail
 * @param parts its leaves, in the order of the mail
 * @param attachments its files, then what came out of them
 * @param enclosed the mails among these
 * @param defect where we stopped reading, why, as one sentence in Norwegian
 */
record ParsedMail(MailHeader header, List<MailPart> parts, List<Attachment> attachments, List<Enclosed> enclosed,
        @Nullable String defect) {

    private static final int TEXT_LIMIT = 1_000_000;

    private static final int MOST_REFERENCES = 100;

    private static final int MOST_RECIPIENTS = 200;

    IncomingMail toIncomingMail(InboundMail mail) {
        return new IncomingMail(mail.id(), sender(), senderName(), subject(), text(), this.attachments, this.enclosed,
                messageId(), references(), mail.receivedAt(), mail.authentication(),
                Optional.ofNullable(mail.answers()), mail.caseNumber());
    }

    /**
     * The one address of whoever wrote it, or passed on as it was what a mail server
     * reported; nothing where it has none, several, or no usable one.
     */
    Optional<EmailAddress> sender() {
        List<Mailbox> from = this.header.mailboxes(MachineMail.isPassedOn(this.header) ? "resent-from" : "from");
        return (from.size() == 1) ? EmailAddress.parse(from.get(0).getAddress()) : Optional.empty();
    }

    String senderName() {
        return this.header.mailboxes("from")
            .stream()
            .map((mailbox) -> Optional.ofNullable(mailbox.getName()).orElse(mailbox.getAddress()))
            .map((name) -> CleanText.line(name, 200))
            .filter((name) -> !name.isEmpty())
            .findFirst()
            .orElseGet(() -> this.header.text("from", 200));
    }

    /** Everything in From, for people. */
    String from() {
        return people("from");
    }

    /** The people in To or Cc, for people. */
    String people(String field) {
        return this.header.mailboxes(field)
            .stream()
            .limit(MOST_REFERENCES)
            .map(ParsedMail::shown)
            .collect(Collectors.joining(", "));
    }

    /** Every usable address that it was sent or delivered to. */
    Stream<EmailAddress> recipients() {
        return Stream.of("to", "cc", "delivered-to", "x-original-to", "envelope-to")
            .flatMap((field) -> this.header.mailboxes(field).stream())
            .limit(MOST_RECIPIENTS)
            .flatMap((mailbox) -> EmailAddress.parse(mailbox.getAddress()).stream());
    }

    String subject() {
        return this.header.text("subject", 1000);
    }

    Optional<String> messageId() {
        return this.header.messageIds("message-id").stream().findFirst();
    }

    List<String> references() {
        List<String> all = Stream.of("references", "in-reply-to")
            .flatMap((field) -> this.header.messageIds(field).stream())
            .distinct()
            .toList();
        return all.subList(Math.max(0, all.size() - MOST_REFERENCES), all.size());
    }

    /** What it says; HTML only where there is no plain text beside it. */
    String text() {
        Set<Integer> saidPlainly = bodies(MailPart::isPlain)
            .filter((part) -> part.alternatives() > 0 && !part.characters().isBlank())
            .map(MailPart::alternatives)
            .collect(Collectors.toSet());
        return CleanText
            .lines(bodies((part) -> part.isPlain() || !saidPlainly.contains(part.alternatives())).map(MailPart::text)
                .collect(Collectors.joining("\n\n")), TEXT_LIMIT);
    }

    /** Its HTML as the sender wrote it, hostile; empty where it has none. */
    String html() {
        return bodies(MailPart::isHtml).map(MailPart::characters).collect(Collectors.joining("<hr>"));
    }

    /** The pictures that its HTML can show, by Content-ID without angle brackets. */
    Map<String, byte[]> pictures() {
        Map<String, byte[]> pictures = new HashMap<>();
        this.parts.stream()
            .filter((part) -> part.header().count("content-id") > 0 && !part.isBody())
            .forEach((part) -> pictures
                .putIfAbsent(part.header().text("content-id", 300).replaceFirst("^<(.*)>$", "$1"), part.content()));
        return pictures;
    }

    /** Its own files as it brings them. */
    List<MailFile> files() {
        return this.parts.stream()
            .filter((part) -> !part.isBody())
            .map((part) -> new MailFile(part.name(), part.type(), part.content()))
            .toList();
    }

    /** What it is as a file of another mail. */
    Enclosed enclosedAs(int attachment) {
        return Enclosed.of(attachment, subject(), from(), text());
    }

    ParsedMail with(List<Attachment> attachments, List<Enclosed> enclosed) {
        return new ParsedMail(this.header, this.parts, attachments, enclosed, this.defect);
    }

    /** With words that stood inside a signature. */
    ParsedMail saying(List<MailPart> signed) {
        return new ParsedMail(this.header, Stream.concat(this.parts.stream(), signed.stream()).toList(),
                this.attachments, this.enclosed, this.defect);
    }

    ParsedMail cut(String defect) {
        return new ParsedMail(this.header, this.parts, this.attachments, this.enclosed, defect);
    }

    private Stream<MailPart> bodies(Predicate<MailPart> wanted) {
        return this.parts.stream().filter((part) -> part.isBody() && wanted.test(part));
    }

    private static String shown(Mailbox mailbox) {
        String name = Optional.ofNullable(mailbox.getName()).map((text) -> text + " ").orElse("");
        return CleanText.line("%s<%s>".formatted(name, mailbox.getAddress()), 500);
    }

}
