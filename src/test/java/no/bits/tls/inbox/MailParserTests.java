package no.bits.tls.inbox;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.inbox.IncomingMail.Attachment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class MailParserTests {

    private static final Charset LATIN_1 = StandardCharsets.ISO_8859_1;

    private final MailParser parser = new MailParser(settings());

    private static InboxSettings settings() {
        return new Binder(new MapConfigurationPropertySource()).bindOrCreate("backoffice.inbox", InboxSettings.class);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsEverySample(Path sample) throws IOException {
        IncomingMail mail = mail(Files.readAllBytes(sample));
        assertThat(mail.sender()).isPresent();
        assertThat(mail.senderName()).isNotBlank().doesNotContain("=?");
        assertThat(mail.subject()).isNotBlank().doesNotContain("=?");
        assertThat(mail.text()).isNotBlank().doesNotContain("\u0000", "<td", "=C3");
        assertThat(mail.messageId()).isPresent();
        assertThat(mail.attachments()).allSatisfy((attachment) -> {
            assertThat(attachment.fileName()).isNotBlank().doesNotContain("/", "\\");
            assertThat(attachment.content()).isNotEmpty();
        });
        assertThat(MachineMail.of(this.parser.parse(Files.readAllBytes(sample)).header())).isEmpty();
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/samples"))) {
            return files.filter((file) -> file.toString().endsWith(".eml")).sorted().toList().stream();
        }
    }

    @Test
    void prefersThePlainTextOfAnAlternative() {
        IncomingMail mail = mail(multipart("alternative", "text/plain\r\n\r\nplain", "text/html\r\n\r\n<p>html"));
        assertThat(mail.text()).isEqualTo("plain");
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void readsTheHtmlOfAnAlternativeWhosePlainTextIsBlank() {
        assertThat(mail(multipart("alternative", "text/plain\r\n\r\n \r\n", "text/html\r\n\r\n<p>html")).text())
            .isEqualTo("html");
    }

    @Test
    void joinsTextsAroundAFile() {
        IncomingMail mail = mail(multipart("mixed", "text/plain\r\n\r\nfirst",
                "application/pdf; name=a.pdf\r\n\r\n%PDF", "text/plain\r\n\r\nsecond"));
        assertThat(mail.text()).isEqualTo("first\n\nsecond");
        assertThat(mail.attachments()).extracting(Attachment::fileName).containsExactly("a.pdf");
    }

    @Test
    void keepsParagraphsAndTableRowsOfHtml() {
        String html = """
                <style>p {}</style><p>Hei &aring;<br>der</p><p>To</p><table><tr><td><p>Navn</p></td><td>Bank  AS</td></tr>
                <tr><td>Domener</td><td><div>a.no</div><div>b.no</div></td></tr></table><ul><li>x</li><li>y</li></ul><script>x</script>""";
        assertThat(HtmlText.of(html)).isEqualTo("Hei å\nder\n\nTo\n\nNavn\tBank AS\nDomener\ta.no b.no\n\nx\ny");
    }

    @Test
    void unfoldsFlowedText() {
        assertThat(FlowedText.unfold("Dette er \r\nen setning.\r\n> sitat \r\n> videre\r\n--stuffed\r\n-- \r\nKari\r\n",
                false))
            .isEqualTo("Dette er en setning.\n> sitat videre\n--stuffed\n-- \nKari\n\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filename="s=C3=B8knad.docx"                                    | s=C3=B8knad.docx
            filename*=utf-8''s%C3%B8knad.docx                              | søknad.docx
            filename*0*=utf-8''s%C3%B8; filename*1=knad.docx; filename=x   | søknad.docx
            filename="=?utf-8?Q?s=C3=B8k?= =?utf-8?Q?nad.docx?="           | søknad.docx
            filename==?utf-8?B?c8O4a25hZC5kb2N4?=                          | søknad.docx
            filename==?utf-8?B?c8O4aw?=                                    | søk
            filename=søk nad.docx                                          | søk nad.docx
            filename="../../etc/passwd"                                    | passwd
            filename="C:\\\\temp\\\\skjema.docx"                           | skjema.docx
            filename="=?utf-8?Q?fakta=E2=80=AExcod.exe?="                  | faktaxcod.exe
            filename="a<b>:c?.docx"                                        | a_b__c_.docx
            filename=" .. "                                                | vedlegg-1.pdf
            filename=""                                                    | vedlegg-1.pdf
            filename*=x-unknown''%zz%                                      | %zz%
            """)
    void namesFilesHarmlessly(String parameter, String expected) {
        IncomingMail mail = mail(
                "Content-Type: application/pdf\r\nContent-Disposition: attachment; " + parameter + "\r\n\r\n%PDF");
        assertThat(mail.attachments()).extracting(Attachment::fileName).containsExactly(expected);
    }

    @Test
    void shortensLongFileNamesBeforeTheirEnding() {
        assertThat(FileName.of("x".repeat(300) + ".docx", 1, "text/plain")).hasSize(150).endsWith("x.docx");
    }

    @Test
    void keepsAMailInTheMailAsAFile() {
        IncomingMail mail = mail(
                multipart("mixed", "text/plain\r\n\r\nsee", "message/rfc822\r\n\r\nSubject: inner\r\n\r\nwords"));
        assertThat(mail.text()).isEqualTo("see");
        assertThat(mail.attachments()).hasSize(1).first().satisfies((file) -> {
            assertThat(file.fileName()).isEqualTo("vedlegg-1.eml");
            assertThat(new String(file.content(), LATIN_1)).isEqualTo("Subject: inner\r\n\r\nwords");
        });
    }

    @ParameterizedTest
    @CsvSource({ "x-unknown", "utf-8*fr", "us-ascii", "utf-8", "iso-8859-1", "''" })
    void readsTextWhoseCharsetIsWrong(String charset) {
        byte[] latin = "Content-Type: text/plain; charset=\"%s\"\r\n\r\nblåbærsyltetøy".formatted(charset)
            .getBytes(LATIN_1);
        assertThat(mail(latin).text()).isEqualTo("blåbærsyltetøy");
    }

    @Test
    void readsEightBitHeaders() {
        assertThat(mail("From: Åse Øst <ase@bank.no>\r\nSubject: Påmelding\r\n\r\n".getBytes(LATIN_1)).subject())
            .isEqualTo("Påmelding");
        IncomingMail mail = mail("From: Åse Øst <ase@bank.no>\r\nSubject: Påmelding\r\n\r\n");
        assertThat(mail.senderName()).isEqualTo("Åse Øst");
        assertThat(mail.subject()).isEqualTo("Påmelding");
    }

    @Test
    void stripsNulAndWhatTurnsTheWritingDirection() {
        IncomingMail mail = mail("Subject: a\u0000b \u202Ecod\r\n\r\nx\u0000y\u0007\u202Ez\ttab\r\nline");
        assertThat(mail.subject()).isEqualTo("ab cod");
        assertThat(mail.text()).isEqualTo("xyz\ttab\nline");
    }

    @Test
    void unfoldsAndCutsTheSubject() {
        assertThat(mail("Subject: one\r\n two\r\n\tthree\r\n\r\n").subject()).isEqualTo("one two three");
        assertThat(mail("Subject: " + "x".repeat(5000) + "\r\n\r\n").subject()).hasSize(1000);
        assertThat(mail("Subject: x" + "😀".repeat(600) + "\r\n\r\n").subject()).hasSize(999).endsWith("😀");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kari <kari@bank.no>                        | kari@bank.no | Kari
            kari@bank.no                               | kari@bank.no | kari@bank.no
            "Nordmann, Kari" <kari@bank.no>            | kari@bank.no | Nordmann, Kari
            =?utf-8?q?x=40evil=2Eno=2C?= <kari@bank.no>| kari@bank.no | x@evil.no,
            a@bank.no, b@bank.no                       |              | a@bank.no
            undisclosed                                |              | undisclosed
            <>                                         |              | <>
            """)
    void acceptsOneUsableSenderOnly(String from, String sender, String name) {
        IncomingMail mail = mail("From: " + from + "\r\n\r\n");
        assertThat(mail.sender().map(EmailAddress::value).orElse(null)).isEqualTo(sender);
        assertThat(mail.senderName()).isEqualTo(name);
    }

    @Test
    void acceptsNoSenderWhereThereAreTwoFromFields() {
        assertThat(mail("From: a@bank.no\r\nFrom: b@bank.no\r\n\r\n").sender()).isEmpty();
    }

    @Test
    void toleratesAMailWithoutAnything() {
        IncomingMail mail = mail("");
        assertThat(mail.sender()).isEmpty();
        assertThat(mail.subject()).isEmpty();
        assertThat(mail.text()).isEmpty();
        assertThat(mail.messageId()).isEmpty();
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void toleratesAnAbsurdDateAndBrokenMime() {
        assertThat(mail("Date: 99 Foo 0000 99:99\r\nSubject: x\r\n\r\nbody").text()).isEqualTo("body");
        IncomingMail cut = mail("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nhei\r\n--x\r\n"
                + "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0x!!LjQ");
        assertThat(cut.text()).isEqualTo("hei");
        assertThat(cut.attachments()).hasSize(1);
    }

    @Test
    void findsTheMailsThatItAnswers() {
        IncomingMail mail = mail(
                "Message-ID: junk <3@x> (c)\r\nReferences: <1@x>\r\n <2@x>\r\nIn-Reply-To: your mail <2@x>\r\n\r\n");
        assertThat(mail.messageId()).contains("<3@x>");
        assertThat(mail.references()).containsExactly("<1@x>", "<2@x>");
    }

    @Test
    void stopsAtEachLimit() {
        assertThat(this.parser.parse(nested(300)).defect()).contains("30 nivåer");
        assertThat(this.parser.parse(nested(29)).defect()).isNull();
        assertThat(this.parser.parse(parts(2000)).defect()).contains("1000 deler");
        assertThat(this.parser.parse(("X: yyyyyy\r\n".repeat(60_000) + "\r\n").getBytes(LATIN_1)).defect())
            .contains("256 kB");
        assertThat(this.parser.parse(("X: " + "y".repeat(300_000) + "\r\n\r\n").getBytes(LATIN_1)).defect())
            .contains("256 kB");
    }

    @Test
    void stopsWhenItTakesTooLong() {
        InboxSettings hasty = new Binder(
                new MapConfigurationPropertySource(java.util.Map.of("backoffice.inbox.limits.time", "0s")))
            .bindOrCreate("backoffice.inbox", InboxSettings.class);
        assertThat(new MailParser(hasty).parse(parts(10)).defect())
            .isEqualTo("E-posten tok mer enn 0 sekunder å lese.");
    }

    @Test
    void answersWhateverTheBytesAre() throws IOException {
        Random random = new Random(20260401);
        byte[] sample = Files.readAllBytes(Path.of("src/test/resources/samples/o08.eml"));
        for (int round = 0; round < 1500; round++) {
            byte[] bytes = (round % 2 == 0) ? new byte[random.nextInt(3000)] : sample.clone();
            if (round % 2 == 0) {
                random.nextBytes(bytes);
            }
            for (int change = 0; change < 50 && bytes.length > 0; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) "\r\n:;=?<>\"\\-\0ø".charAt(random.nextInt(13));
            }
            IncomingMail mail = mail(bytes);
            assertThat(mail.text() + mail.subject() + mail.senderName()).doesNotContain("\u0000");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Auto-Submitted: auto-replied       | true
            Auto-Submitted: no                 | false
            Return-Path: <>                    | true
            Return-Path: <kari@bank.no>        | false
            Precedence: bulk                   | true
            Precedence: list                   | false
            List-Id: <x.bank.no>               | true
            X-Autoreply: yes                   | true
            X-Auto-Response-Suppress: All      | false
            Subject: Automatisk svar: Hei      | true
            Subject: =?utf-8?Q?Frav=C3=A6rende?= | true
            Subject: Out of Office             | true
            Subject: SV: Out of Office         | false
            From: postmaster@bank.no           | false
            Content-Type: multipart/report; boundary=x | true
            """)
    void recognisesMachines(String header, boolean machine) {
        assertThat(MachineMail.of(this.parser.parse((header + "\r\n\r\n").getBytes(LATIN_1)).header()).isPresent())
            .isEqualTo(machine);
    }

    private IncomingMail mail(String raw) {
        return mail(raw.getBytes(StandardCharsets.UTF_8));
    }

    private IncomingMail mail(byte[] raw) {
        return this.parser.parse(raw)
            .toIncomingMail(new InboundMail(1, raw, true, raw.length, MailState.STORED, 1, null, null, Instant.EPOCH,
                    SenderAuthentication.UNKNOWN, null));
    }

    private static String multipart(String type, String... parts) {
        StringBuilder mail = new StringBuilder("Content-Type: multipart/%s; boundary=x\r\n\r\n".formatted(type));
        for (String part : parts) {
            mail.append("--x\r\nContent-Type: ").append(part).append("\r\n");
        }
        return mail.append("--x--\r\n").toString();
    }

    static byte[] nested(int depth) {
        StringBuilder mail = new StringBuilder("From: kari@bank.no\r\nSubject: Nested\r\n");
        for (int level = 0; level < depth; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n".formatted(level, level));
        }
        return mail.append("\r\ninnermost\r\n").toString().getBytes(LATIN_1);
    }

    static byte[] parts(int number) {
        return ("From: kari@bank.no\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
                + "--x\r\n\r\nx\r\n".repeat(number))
            .getBytes(LATIN_1);
    }

}
