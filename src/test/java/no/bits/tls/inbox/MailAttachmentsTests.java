package no.bits.tls.inbox;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

import no.bits.tls.inbox.IncomingMail.Attachment;
import no.bits.tls.inbox.IncomingMail.Enclosed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Files come out of whatever they were sent in, under harmless names. */
class MailAttachmentsTests {

    private static final TestSigner SIGNER = new TestSigner();

    private static final byte[] DOCX = docx();

    private static final MailFile FORM = MailFile.named("søknad.docx", DOCX);

    private static byte[] docx() {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/samples/blank/Vedlegg2_Opplysninger_nb.docx"));
        }
        catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
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
        IncomingMail mail = TestMails
            .read("Content-Type: application/pdf\r\nContent-Disposition: attachment; " + parameter + "\r\n\r\n%PDF");
        assertThat(mail.attachments()).extracting(Attachment::fileName).containsExactly(expected);
    }

    @Test
    void shortensLongFileNamesBeforeTheirEnding() {
        assertThat(FileName.of("x".repeat(300) + ".docx", 1, "text/plain")).hasSize(150).endsWith("x.docx");
    }

    static Stream<Arguments> containers() {
        byte[] forwarded = TestMails.with("Skjema", FORM);
        byte[] winmail = TestContainers.winmail(FORM);
        byte[] saved = TestContainers.outlook("Skjema", "Se vedlegg", FORM);
        byte[] signed = SIGNER.sign(forwarded, true);
        return Stream.of(arguments("message/rfc822", "", forwarded),
                arguments("application/octet-stream", "a.EML", forwarded),
                arguments("application/ms-tnef", "att0001", winmail),
                arguments("application/octet-stream", "winmail.dat", winmail),
                arguments("application/vnd.ms-outlook", "a", saved),
                arguments("application/octet-stream", "a.msg", saved),
                arguments("application/x-zip-compressed", "a.zip", TestContainers.zip(FORM)),
                arguments("application/pkcs7-mime; smime-type=signed-data", "smime.p7m", signed),
                arguments("application/x-pkcs7-mime", "smime.p7m", signed),
                arguments("application/octet-stream", "søknad.docx.p7m", SIGNER.sign(DOCX, true)));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void findsAFormInEachContainer(String type, String name, byte[] container) {
        IncomingMail mail = TestMails
            .read(TestMails.with(new MailFile(name, type, container), MailFile.named("b.pdf", new byte[1])));
        assertThat(mail.attachments()).extracting(Attachment::number, Attachment::within, Attachment::opened)
            .containsExactly(tuple(1, null, true), tuple(2, null, false), tuple(3, 1, false));
        assertThat(mail.attachments()).extracting(Attachment::remark).containsOnlyNulls();
        assertThat(mail.attachments().get(0).content()).isEqualTo(container);
        assertThat(mail.attachments().get(2).fileName()).isEqualTo("søknad.docx");
        assertThat(mail.attachments().get(2).content()).isEqualTo(DOCX);
        assertThat(mail.attachments().get(2).contentType()).startsWith("application/vnd.openxml");
    }

    @Test
    void tellsWhatAForwardedMailSays() {
        IncomingMail mail = TestMails.read(TestMails.multipart("mixed", "text/plain\r\n\r\nsee",
                "message/rfc822\r\n\r\nFrom: Ola <ola@bank.no>\r\nSubject: =?utf-8?Q?S=C3=B8k?=\r\n\r\nwords"));
        assertThat(mail.text()).isEqualTo("see");
        assertThat(mail.attachments()).extracting(Attachment::fileName).containsExactly("vedlegg-1.eml");
        assertThat(mail.enclosed()).containsExactly(new Enclosed(1, "Søk", "Ola <ola@bank.no>", "words"));
    }

    @Test
    void tellsWhatAMailThatOutlookSavedSays() {
        byte[] saved = TestContainers.outlook("Til\u0000 dere\r\n", "Hei\u0000\r\nder");
        IncomingMail mail = TestMails.read(TestMails.with(MailFile.named("a.msg", saved)));
        assertThat(mail.enclosed()).containsExactly(new Enclosed(1, "Til dere", "Åse Øst <ase@bank.no>", "Hei\nder"));
    }

    @Test
    void opensAMailInAMailThatOutlookSaved() {
        byte[] saved = TestContainers.outlookWithMail("Ytre", "Indre", "Ord", FORM);
        IncomingMail mail = TestMails.read(TestMails.with(MailFile.named("a.msg", saved)));
        assertThat(mail.attachments()).extracting(Attachment::fileName)
            .containsExactly("a.msg", "Indre.msg", "søknad.docx");
        assertThat(mail.attachments()).extracting(Attachment::within).containsExactly(null, 1, 2);
        assertThat(mail.enclosed()).extracting(Enclosed::subject, Enclosed::text)
            .containsExactly(tuple("Ytre", "Se vedlegg"), tuple("Indre", "Ord"));
        assertThat(mail.attachments().get(2).content()).isEqualTo(DOCX);
    }

    @Test
    void opensAMailInAWinmail() {
        byte[] winmail = TestContainers.winmailWithMail(TestContainers.winmail(FORM));
        IncomingMail mail = TestMails.read(TestMails.with(MailFile.named("winmail.dat", winmail)));
        assertThat(mail.attachments()).extracting(Attachment::fileName)
            .containsExactly("winmail.dat", "vedlegg-2.dat", "søknad.docx");
    }

    @Test
    void opensContainersWithinEachOtherLayerByLayer() {
        MailFile zip = MailFile.named("a.zip", TestContainers.zip(FORM));
        MailFile inner = MailFile.named("inner.eml", TestMails.with("Innerst", zip));
        MailFile bounce = MailFile.named("bounce.eml",
                TestMails.with("Retur", inner, MailFile.named("log.txt", new byte[1])));
        IncomingMail mail = TestMails.read(TestMails.with(bounce, MailFile.named("last.pdf", new byte[1])));
        assertThat(mail.attachments()).extracting(Attachment::fileName)
            .containsExactly("bounce.eml", "last.pdf", "inner.eml", "log.txt", "a.zip", "søknad.docx");
        assertThat(mail.attachments()).extracting(Attachment::within).containsExactly(null, null, 1, 1, 3, 5);
        assertThat(mail.enclosed()).extracting(Enclosed::subject).containsExactly("Retur", "Innerst");
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", "application/x-pkcs7-mime" })
    void readsAMailThatIsSignedWholeAsTheMailItself(String type) {
        String words = TestMails.multipart("alternative", "text/plain\r\n\r\nHei", "text/html\r\n\r\n<b>Hei</b>");
        String entity = TestMails.multipart("mixed", "application/pdf; name=a.pdf\r\n\r\n%PDF",
                words.replace("Content-Type: multipart", "multipart").replace("x\r\n", "y\r\n").replace("x--", "y--"));
        String raw = "From: kari@bank.no\r\nSubject: Signert\r\nContent-Type: %s\r\nContent-Transfer-Encoding: base64\r\n\r\n%s"
            .formatted(type,
                    Base64.getMimeEncoder().encodeToString(SIGNER.sign(entity.getBytes(StandardCharsets.UTF_8), true)));
        IncomingMail mail = TestMails.read(raw);
        assertThat(mail.subject()).isEqualTo("Signert");
        assertThat(mail.text()).isEqualTo("Hei");
        assertThat(TestMails.parser().parse(raw.getBytes(StandardCharsets.UTF_8)).html().strip())
            .isEqualTo("<b>Hei</b>");
        assertThat(mail.attachments()).extracting(Attachment::fileName).last().isEqualTo("a.pdf");
    }

    @Test
    void readsTheSignedTextOfAForwardedMailAsItsOwn() {
        byte[] signed = SIGNER.sign("Content-Type: text/plain\r\n\r\nSignert".getBytes(StandardCharsets.UTF_8), true);
        byte[] forwarded = TestMails.with("Indre", new MailFile("smime.p7m", "application/pkcs7-mime", signed));
        IncomingMail mail = TestMails.read(TestMails.with(MailFile.named("a.eml", forwarded)));
        assertThat(mail.text()).isEqualTo("Se vedlegg");
        assertThat(mail.enclosed()).extracting(Enclosed::text).containsExactly("Se vedlegg\n\nSignert");
    }

    @Test
    void readsAMailThatIsSignedBesideItsText() {
        String text = "text/plain\r\n\r\nHei";
        byte[] signature = SIGNER.sign(("Content-Type: " + text).getBytes(StandardCharsets.UTF_8), false);
        String raw = TestMails.multipart("signed", text,
                "application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(signature));
        assertThat(TestMails.read(raw).text()).isEqualTo("Hei");
        assertThat(TestMails.read(raw).attachments()).extracting(Attachment::fileName, Attachment::remark)
            .containsExactly(tuple("smime.p7s", null));
        MailFile saved = new MailFile("smime.p7m", "multipart/signed", raw.getBytes(StandardCharsets.UTF_8));
        assertThat(TestMails.read(TestMails.with(MailFile.named("a.msg", TestContainers.outlook("Ytre", "", saved))))
            .enclosed()).extracting(Enclosed::text).containsExactly("Hei");
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "IBM850", "ISO-8859-1" })
    void readsTheNamesInAZipFileAsTheyWereMeant(String charset) {
        byte[] zip = TestContainers.zip(Charset.forName(charset), MailFile.named("Blåbær/Søknad ÆØÅ.pdf", new byte[1]));
        assertThat(TestMails.read(TestMails.with(MailFile.named("a.zip", zip))).attachments())
            .extracting(Attachment::fileName)
            .containsExactly("a.zip", "Søknad ÆØÅ.pdf");
    }

    @Test
    void leavesOutWhatAMacAddsToAZipFile() {
        byte[] zip = TestContainers.zip(MailFile.named("mappe/", new byte[0]), FORM,
                MailFile.named("__MACOSX/._søknad.docx", new byte[9]));
        assertThat(TestMails.read(TestMails.with(MailFile.named("a.zip", zip))).attachments())
            .extracting(Attachment::fileName)
            .containsExactly("a.zip", "søknad.docx");
    }

    @Test
    void doesNotTakeADocumentForAZipFile() {
        IncomingMail mail = TestMails.read(TestMails.with(new MailFile("a.docx", "application/zip", DOCX)));
        assertThat(mail.attachments()).hasSize(1).first().extracting(Attachment::opened).isEqualTo(false);
    }

    @Test
    void namesFilesInContainersHarmlessly() {
        String[] hostile = { "../../etc/passwd", "C:\\temp\\x.exe", "a\u202Excod.exe", "b\r\nX: y.pdf", "<script>.pdf",
                "..." };
        MailFile[] files = Arrays.stream(hostile)
            .map((name) -> MailFile.named(name, new byte[1]))
            .toArray(MailFile[]::new);
        for (MailFile container : new MailFile[] { MailFile.named("a.zip", TestContainers.zip(files)),
                MailFile.named("winmail.dat", TestContainers.winmail(files)),
                MailFile.named("a.msg", TestContainers.outlook("x", "y", files)) }) {
            assertThat(TestMails.read(TestMails.with(container)).attachments().stream().skip(1))
                .extracting(Attachment::fileName)
                .containsExactly("passwd", "x.exe", "axcod.exe", "b X_ y.pdf", "_script_.pdf", "vedlegg-7");
        }
    }

}
