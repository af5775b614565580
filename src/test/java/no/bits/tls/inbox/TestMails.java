package no.bits.tls.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Writes mails and has them read. */
public final class TestMails {

    private TestMails() {
    }

    static MailParser parser() {
        return parser(Map.of());
    }

    /** A parser with one limit changed. */
    static MailParser parser(String limit, String value) {
        return parser(Map.of("backoffice.inbox.limits." + limit, value));
    }

    private static MailParser parser(Map<String, String> settings) {
        return new MailParser(settings(settings));
    }

    /** A busy machine is no reason to leave a mail unread. */
    static InboxSettings settings(Map<String, String> settings) {
        Map<String, String> patient = new HashMap<>(Map.of("backoffice.inbox.limits.time", "2m"));
        patient.putAll(settings);
        return new Binder(new MapConfigurationPropertySource(patient)).bindOrCreate("backoffice.inbox",
                InboxSettings.class);
    }

    static IncomingMail read(String raw) {
        return read(raw.getBytes(StandardCharsets.UTF_8));
    }

    public static IncomingMail read(byte[] raw) {
        return read(parser(), raw);
    }

    static IncomingMail read(MailParser parser, byte[] raw) {
        return parser.parse(raw)
            .toIncomingMail(new InboundMail(1, raw, true, raw.length, MailState.STORED, 1, null, null, Instant.EPOCH,
                    SenderAuthentication.UNKNOWN, null, null));
    }

    static String multipart(String type, String... parts) {
        StringBuilder mail = new StringBuilder("Content-Type: multipart/%s; boundary=x\r\n\r\n".formatted(type));
        for (String part : parts) {
            mail.append("--x\r\nContent-Type: ").append(part).append("\r\n");
        }
        return mail.append("--x--\r\n").toString();
    }

    /** A mail with the words "Se vedlegg" and some files. */
    static byte[] with(MailFile... files) {
        return with("Vedlegg", files);
    }

    static byte[] with(String subject, MailFile... files) {
        String[] parts = Arrays.stream(files).map(TestMails::part).toArray(String[]::new);
        String[] all = new String[parts.length + 1];
        all[0] = "text/plain\r\n\r\nSe vedlegg";
        System.arraycopy(parts, 0, all, 1, parts.length);
        String header = "From: Kari <kari@bank.no>\r\nSubject: %s\r\n".formatted(subject);
        return (header + multipart("mixed", all)).getBytes(StandardCharsets.UTF_8);
    }

    private static String part(MailFile file) {
        return "%s\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"%s\"\r\n\r\n%s"
            .formatted(file.type(), file.name(), Base64.getMimeEncoder().encodeToString(file.content()));
    }

    static byte[] nested(int depth) {
        StringBuilder mail = new StringBuilder("From: kari@bank.no\r\nSubject: Nested\r\n");
        for (int level = 0; level < depth; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n".formatted(level, level));
        }
        return mail.append("\r\ninnermost\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] parts(int number) {
        return ("From: kari@bank.no\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
                + "--x\r\n\r\nx\r\n".repeat(number))
            .getBytes(StandardCharsets.ISO_8859_1);
    }

}
