package no.bits.tls.inbox;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the bytes of a mail are, we answer, within the limits. */
class HostileMailsTests {

    private static final Charset LATIN_1 = StandardCharsets.ISO_8859_1;

    private final MailParser parser = TestMails.parser();

    @Test
    void stripsNulAndWhatTurnsTheWritingDirection() {
        IncomingMail mail = TestMails.read("Subject: a\u0000b \u202Ecod\r\n\r\nx\u0000y\u0007\u202Ez\ttab\r\nline");
        assertThat(mail.subject()).isEqualTo("ab cod");
        assertThat(mail.text()).isEqualTo("xyz\ttab\nline");
    }

    @Test
    void toleratesAMailWithoutAnything() {
        IncomingMail mail = TestMails.read("");
        assertThat(mail.sender()).isEmpty();
        assertThat(mail.subject()).isEmpty();
        assertThat(mail.text()).isEmpty();
        assertThat(mail.messageId()).isEmpty();
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void toleratesAnAbsurdDateAndBrokenMime() {
        assertThat(TestMails.read("Date: 99 Foo 0000 99:99\r\nSubject: x\r\n\r\nbody").text()).isEqualTo("body");
        IncomingMail cut = TestMails.read("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nhei\r\n--x\r\n"
                + "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0x!!LjQ");
        assertThat(cut.text()).isEqualTo("hei");
        assertThat(cut.attachments()).hasSize(1);
    }

    @Test
    void stopsAtEachLimit() {
        assertThat(this.parser.parse(TestMails.nested(300)).defect()).contains("30 nivåer");
        assertThat(this.parser.parse(TestMails.nested(29)).defect()).isNull();
        assertThat(this.parser.parse(TestMails.parts(2000)).defect()).contains("1000 deler");
        assertThat(this.parser.parse(("X: yyyyyy\r\n".repeat(60_000) + "\r\n").getBytes(LATIN_1)).defect())
            .contains("256 kB");
        assertThat(this.parser.parse(("X: " + "y".repeat(300_000) + "\r\n\r\n").getBytes(LATIN_1)).defect())
            .contains("256 kB");
    }

    @Test
    void stopsWhenItTakesTooLong() {
        assertThat(TestMails.parser("time", "0s").parse(TestMails.parts(10)).defect())
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
            IncomingMail mail = TestMails.read(bytes);
            assertThat(mail.text() + mail.subject() + mail.senderName()).doesNotContain("\u0000");
        }
    }

}
