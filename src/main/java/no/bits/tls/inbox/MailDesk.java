package no.bits.tls.inbox;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.inbox.IncomingMail.Attachment;
import no.bits.tls.inbox.IncomingMail.Enclosed;
import no.bits.tls.workflow.DeskLanguage;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows staff a stranger's mail so that it can do them no harm: plain text first, HTML
 * only sanitised and sandboxed, files only to be saved.
 */
@RestController
@RequestMapping("/desk/mails/{id}")
class MailDesk {

    private static final Set<String> PREVIEWABLE = Set.of("application/pdf", "image/png", "image/jpeg", "image/gif",
            "text/plain");

    private static final String PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " frame-ancestors 'self'; sandbox";

    private static final String FILE_POLICY = "default-src 'none'; sandbox";

    private static final int LONGEST_HEADER = 200_000;

    private final InboundMails mails;

    private final MailParser parser;

    MailDesk(InboundMails mails, MailParser parser) {
        this.mails = mails;
        this.parser = parser;
    }

    /** The mail without its files' contents. */
    @GetMapping
    Sheet mail(@PathVariable long id) {
        InboundMail mail = find(id);
        return Sheet.of(mail, this.parser.parse(mail));
    }

    /** Its HTML as a page for a frame, sanitised. */
    @GetMapping("/html")
    ResponseEntity<String> html(@PathVariable long id) {
        ParsedMail parsed = this.parser.parse(find(id));
        String html = parsed.html();
        if (html.isBlank()) {
            throw UnknownMailPart.html(id);
        }
        return harmless(PAGE_POLICY).header("X-Frame-Options", "SAMEORIGIN")
            .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
            .body(SafeHtml.page(html, parsed.pictures()));
    }

    /** One of its files, to be saved. */
    @GetMapping("/attachments/{number}")
    ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable int number) {
        Attachment attachment = this.parser.parse(find(id))
            .attachments()
            .stream()
            .filter((candidate) -> candidate.number() == number)
            .findFirst()
            .orElseThrow(() -> UnknownMailPart.attachment(id, number));
        return file(attachment.fileName(), isPreviewable(attachment)
                ? MediaType.parseMediaType(attachment.contentType()) : MediaType.APPLICATION_OCTET_STREAM,
                attachment.content());
    }

    /** Its bytes as they came. */
    @GetMapping("/raw")
    ResponseEntity<byte[]> raw(@PathVariable long id) {
        return file(DeskLanguage.ofReader().of("e-post-%d.eml", "e-mail-%d.eml").formatted(id),
                new MediaType("message", "rfc822"), find(id).raw());
    }

    /** Its header as it came, for a person to read. */
    @GetMapping("/header")
    Header header(@PathVariable long id) {
        byte[] raw = find(id).raw();
        String start = new String(raw, 0, Math.min(raw.length, LONGEST_HEADER), StandardCharsets.UTF_8);
        return new Header(CleanText.lines(start.split("\\r?\\n\\r?\\n", 2)[0], LONGEST_HEADER));
    }

    @ExceptionHandler({ UnknownMail.class, UnknownMailPart.class })
    @ResponseStatus(HttpStatus.NOT_FOUND)
    void unknown() {
    }

    private InboundMail find(long id) {
        return this.mails.find(id).orElseThrow(() -> UnknownMail.withId(id));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        ContentDisposition disposition = ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        return harmless(FILE_POLICY).header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
            .contentType(type)
            .body(content);
    }

    private static ResponseEntity.BodyBuilder harmless(String policy) {
        return ResponseEntity.ok()
            .header("Content-Security-Policy", policy)
            .header("X-Content-Type-Options", "nosniff")
            .header("Referrer-Policy", "no-referrer")
            .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    private static boolean isPreviewable(Attachment attachment) {
        return PREVIEWABLE.contains(attachment.contentType());
    }

    /**
     * A mail as the staff's screens get it.
     *
     * @param id its number
     * @param from who wrote it, as it says
     * @param sender the one address that can be answered, or nothing
     * @param senderName the writer's name
     * @param to whom it was sent to
     * @param cc who got a copy
     * @param received when we took it in, in Oslo
     * @param subject its subject
     * @param text what it says
     * @param hasHtml whether there is a page to show
     * @param state how far it has come
     * @param reason why it was put aside, in Norwegian
     * @param authentication what is known of who sent it
     * @param answers how we know which case it answers
     * @param caseNumber the case it belongs to
     * @param act what a person last did about it in the mail room
     * @param attachments its files
     * @param enclosed the mails among its files, and what they say
     */
    record Sheet(long id, String from, @Nullable String sender, String senderName, String to, String cc,
            OffsetDateTime received, String subject, String text, boolean hasHtml, MailState state,
            @Nullable String reason, Checked authentication, @Nullable String answers, @Nullable String caseNumber,
            @Nullable String act, List<Line> attachments, List<Enclosed> enclosed) {

        static Sheet of(InboundMail mail, ParsedMail parsed) {
            return new Sheet(mail.id(), parsed.from(), parsed.sender().map(Object::toString).orElse(null),
                    parsed.senderName(), parsed.people("to"), parsed.people("cc"),
                    mail.receivedAt().atZone(OsloTime.ZONE).toOffsetDateTime(), parsed.subject(), parsed.text(),
                    !parsed.html().isBlank(), mail.state(), mail.reason(), Checked.of(mail.authentication()),
                    (mail.answers() != null) ? mail.answers().sentence() : null,
                    (mail.caseNumber() != null) ? mail.caseNumber().value() : null,
                    (mail.act() != null) ? mail.act().sentence() : null,
                    parsed.attachments().stream().map(Line::of).toList(), parsed.enclosed());
        }

    }

    /** What is known of who sent a mail, also in words. */
    record Checked(SenderAuthentication.Verdict verdict, String sentence) {

        static Checked of(SenderAuthentication sender) {
            return new Checked(sender.verdict(), sender.sentence());
        }

    }

    /** The header of a mail as text. */
    record Header(String text) {
    }

    /**
     * A file as a list shows it.
     *
     * @param number its place in the mail, from 1
     * @param name its harmless name
     * @param type its declared type
     * @param size its size in bytes
     * @param previewable whether a browser can show it
     * @param within the number of the file that it came out of
     * @param remark why it was not opened although it holds files
     */
    record Line(int number, String name, String type, int size, boolean previewable, @Nullable Integer within,
            @Nullable String remark) {

        static Line of(Attachment attachment) {
            return new Line(attachment.number(), attachment.fileName(), attachment.contentType(),
                    attachment.content().length, isPreviewable(attachment), attachment.within(), attachment.remark());
        }

    }

}
