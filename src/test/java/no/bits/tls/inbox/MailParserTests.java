package no.bits.tls.inbox;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.inbox.IncomingMail.Attachment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a mail says, however it was written. */
class MailParserTests {

    private static final Charset LATIN_1 = StandardCharsets.ISO_8859_1;

    private final MailParser parser = TestMails.parser();

    @ParameterizedTest
    @MethodSource("samples")
    void readsEverySample(Path sample) throws IOException {
        IncomingMail mail = TestMails.read(Files.readAllBytes(sample));
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
        IncomingMail mail = TestMails
            .read(TestMails.multipart("alternative", "text/plain\r\n\r\nplain", "text/html\r\n\r\n<p>html"));
        assertThat(mail.text()).isEqualTo("plain");
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void readsTheHtmlOfAnAlternativeWhosePlainTextIsBlank() {
        assertThat(TestMails
            .read(TestMails.multipart("alternative", "text/plain\r\n\r\n \r\n", "text/html\r\n\r\n<p>html"))
            .text()).isEqualTo("html");
    }

    @Test
    void joinsTextsAroundAFile() {
        IncomingMail mail = TestMails.read(TestMails.multipart("mixed", "text/plain\r\n\r\nfirst",
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
    @CsvSource({ "x-unknown", "utf-8*fr", "us-ascii", "utf-8", "iso-8859-1", "''" })
    void readsTextWhoseCharsetIsWrong(String charset) {
        byte[] latin = "Content-Type: text/plain; charset=\"%s\"\r\n\r\nblåbærsyltetøy".formatted(charset)
            .getBytes(LATIN_1);
        assertThat(TestMails.read(latin).text()).isEqualTo("blåbærsyltetøy");
    }

    @Test
    void readsEightBitHeaders() {
        assertThat(
                TestMails.read("From: Åse Øst <ase@bank.no>\r\nSubject: Påmelding\r\n\r\n".getBytes(LATIN_1)).subject())
            .isEqualTo("Påmelding");
        IncomingMail mail = TestMails.read("From: Åse Øst <ase@bank.no>\r\nSubject: Påmelding\r\n\r\n");
        assertThat(mail.senderName()).isEqualTo("Åse Øst");
        assertThat(mail.subject()).isEqualTo("Påmelding");
    }

    @Test
    void unfoldsAndCutsTheSubject() {
        assertThat(TestMails.read("Subject: one\r\n two\r\n\tthree\r\n\r\n").subject()).isEqualTo("one two three");
        assertThat(TestMails.read("Subject: " + "x".repeat(5000) + "\r\n\r\n").subject()).hasSize(1000);
        assertThat(TestMails.read("Subject: x" + "😀".repeat(600) + "\r\n\r\n").subject()).hasSize(999).endsWith("😀");
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
        IncomingMail mail = TestMails.read("From: " + from + "\r\n\r\n");
        assertThat(mail.sender().map(EmailAddress::value).orElse(null)).isEqualTo(sender);
        assertThat(mail.senderName()).isEqualTo(name);
    }

    @Test
    void acceptsNoSenderWhereThereAreTwoFromFields() {
        assertThat(TestMails.read("From: a@bank.no\r\nFrom: b@bank.no\r\n\r\n").sender()).isEmpty();
    }

    @Test
    void findsTheMailsThatItAnswers() {
        IncomingMail mail = TestMails
            .read("Message-ID: junk <3@x> (c)\r\nReferences: <1@x>\r\n <2@x>\r\nIn-Reply-To: your mail <2@x>\r\n\r\n");
        assertThat(mail.messageId()).contains("<3@x>");
        assertThat(mail.references()).containsExactly("<1@x>", "<2@x>");
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

}
