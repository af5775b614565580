package no.bits.tls.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import no.bits.tls.inbox.IncomingMail.Attachment;
import org.junit.jupiter.api.Test;

import org.springframework.context.i18n.LocaleContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A container that is too much stays closed and says why; the mail is read all the same.
 */
class HostileContainersTests {

    private static final String CLOSED = "Filen er ikke åpnet. ";

    private static final TestSigner SIGNER = new TestSigner();

    @Test
    void leavesABombClosed() {
        byte[] bomb = TestContainers.zip(MailFile.named("a.txt", new byte[50_000_000]));
        assertStaysClosed(TestMails.parser(), MailFile.named("a.zip", bomb),
                "Innholdet er mer enn 100 ganger så stort som filen selv.");
        byte[] hidden = TestContainers.zip(MailFile.named("__MACOSX/a", new byte[50_000_000]));
        assertStaysClosed(TestMails.parser(), MailFile.named("a.zip", hidden),
                "Innholdet er mer enn 100 ganger så stort som filen selv.");
    }

    @Test
    void leavesAPackedBombOfTwentyMegabytesClosed() throws IOException {
        byte[] packed = TestContainers.gzip(new byte[30_000_000]);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        while (bomb.size() < 20_000_000) {
            bomb.write(packed);
        }
        assertStaysClosed(TestMails.parser(), MailFile.named("report.json.gz", bomb.toByteArray()),
                "Innholdet i vedleggene er større enn 100 MB utpakket.");
        assertStaysClosed(TestMails.parser(), MailFile.named("report.json.gz", packed),
                "Innholdet er mer enn 100 ganger så stort som filen selv.");
    }

    @Test
    void unpacksAPackedFileOfAnyMailer() throws IOException {
        byte[] packed = TestContainers.gzip("{}".getBytes(StandardCharsets.US_ASCII));
        IncomingMail mail = TestMails.read(TestMails.with(MailFile.named("a!b!1!2.json.gz", packed),
                new MailFile("report", "application/tlsrpt+gzip", packed), MailFile.named("damaged.gz", new byte[9])));
        assertThat(mail.attachments()).extracting(Attachment::fileName).contains("a!b!1!2.json");
        assertThat(mail.attachments()).extracting(Attachment::opened).containsExactly(true, true, false, false, false);
    }

    @Test
    void leavesClosedWhatIsLargerThanAllMayBe() {
        MailParser parser = TestMails.parser("containers.unpacked", "1MB");
        MailFile large = MailFile.named("a.pdf", noise(800_000));
        assertStaysClosed(parser,
                MailFile.named("a.zip", TestContainers.zip(large, MailFile.named("b.pdf", large.content()))),
                "Innholdet i vedleggene er større enn 1 MB utpakket.");
        IncomingMail mail = TestMails.read(parser,
                TestMails.with(MailFile.named("a.zip", TestContainers.zip(large)),
                        MailFile.named("b.msg", TestContainers.outlook("x", "y", large)),
                        MailFile.named("c.dat", new byte[0]), MailFile.named("d.eml", TestMails.with(large))));
        assertThat(mail.attachments()).extracting(Attachment::opened).containsExactly(true, false, false, false, false);
        assertThat(mail.attachments()).extracting(Attachment::remark)
            .filteredOn((remark) -> remark != null)
            .hasSize(2)
            .allMatch((remark) -> remark.endsWith("større enn 1 MB utpakket."));
    }

    @Test
    void leavesAZipFileWithManyEntriesClosed() {
        MailFile[] files = IntStream.range(0, 201)
            .mapToObj((number) -> MailFile.named(number + ".txt", new byte[1]))
            .toArray(MailFile[]::new);
        assertStaysClosed(TestMails.parser(), MailFile.named("a.zip", TestContainers.zip(files)),
                "Det er mer enn 200 filer i den.");
    }

    @Test
    void countsWhatIsInContainersAsPartsOfTheMail() {
        MailFile[] files = IntStream.range(0, 10)
            .mapToObj((number) -> MailFile.named(number + ".txt", new byte[1]))
            .toArray(MailFile[]::new);
        for (MailFile container : new MailFile[] { MailFile.named("a.zip", TestContainers.zip(files)),
                MailFile.named("winmail.dat", TestContainers.winmail(files)),
                MailFile.named("a.msg", TestContainers.outlook("x", "y", files)),
                MailFile.named("a.eml", TestMails.with(files)) }) {
            assertStaysClosed(TestMails.parser("parts", "9"), container, "E-posten har flere enn 9 deler.");
        }
    }

    @Test
    void leavesAZipFileInAZipFileClosed() {
        byte[] inner = TestContainers.zip(MailFile.named("a.txt", new byte[1]));
        byte[] mail = TestMails.with(MailFile.named("inner.zip", inner));
        byte[] outer = TestContainers.zip(MailFile.named("direct.zip", inner), MailFile.named("a.eml", mail));
        assertThat(TestMails.read(TestMails.with(MailFile.named("a.zip", outer))).attachments())
            .filteredOn((file) -> file.fileName().matches("(?:direct|inner)\\.zip"))
            .extracting(Attachment::remark)
            .containsExactly(CLOSED + Sentences.ZIP_IN_ZIP.norwegian(), CLOSED + Sentences.ZIP_IN_ZIP.norwegian());
    }

    @Test
    void leavesAnEncryptedZipFileClosed() {
        byte[] zip = TestContainers.zip(MailFile.named("mappe/", new byte[0]), MailFile.named("a.txt", new byte[1]));
        int second = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0003\u0004", 4);
        zip[second + 6] |= 1;
        assertStaysClosed(TestMails.parser(), MailFile.named("a.zip", zip), Sentences.PASSWORD.norwegian());
    }

    @Test
    void leavesAnEncryptedMailClosed() {
        byte[] encrypted = SIGNER.encrypt("Content-Type: text/plain\r\n\r\nHemmelig".getBytes(StandardCharsets.UTF_8));
        assertStaysClosed(TestMails.parser(), new MailFile("smime.p7m", "application/pkcs7-mime", encrypted),
                Sentences.ENCRYPTED.norwegian());
    }

    @Test
    void opensMailsInMailsOnlySoFar() {
        byte[] mail = TestMails.with("Innerst");
        for (int depth = 0; depth < 20; depth++) {
            mail = TestMails.with("Lag", MailFile.named("a.eml", mail));
        }
        IncomingMail read = TestMails.read(mail);
        assertThat(read.attachments()).hasSize(5);
        assertThat(read.attachments().get(4).remark())
            .isEqualTo(CLOSED + "Den ligger inni 4 andre filer eller e-poster.");
        assertThat(read.enclosed()).hasSize(4);
    }

    @Test
    void leavesAForwardedMailBeyondTheLimitsClosed() {
        assertStaysClosed(TestMails.parser(), MailFile.named("a.eml", TestMails.nested(300)),
                "E-posten har deler inni hverandre i mer enn 30 nivåer.");
        assertStaysClosed(TestMails.parser(), MailFile.named("a.eml", TestMails.parts(2000)),
                "E-posten har flere enn 1000 deler.");
        assertStaysClosed(TestMails.parser(),
                MailFile.named("a.eml", ("X: " + "y".repeat(300_000) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)),
                "E-posthodet er større enn 256 kB.");
    }

    @Test
    void doesNotBelieveTheSizesInAWinmail() {
        byte[] winmail = TestContainers.winmail(MailFile.named("a.txt", new byte[100]));
        ByteBuffer.wrap(winmail).order(ByteOrder.LITTLE_ENDIAN).putInt(11, Integer.MAX_VALUE);
        assertStaysClosed(TestMails.parser(), MailFile.named("winmail.dat", winmail), Sentences.DAMAGED.norwegian());
        ByteBuffer.wrap(winmail).order(ByteOrder.LITTLE_ENDIAN).putInt(11, -1);
        assertStaysClosed(TestMails.parser(), MailFile.named("winmail.dat", winmail), Sentences.DAMAGED.norwegian());
        assertStaysClosed(TestMails.parser(),
                MailFile.named("winmail.dat", TestContainers.winmailWithProperties(5_000_001)),
                Sentences.DAMAGED.norwegian());
    }

    @Test
    void doesNotBelieveTheSizesInAMailThatOutlookSaved() {
        byte[] saved = TestContainers.outlook("x", "y", MailFile.named("a.txt", new byte[5000]));
        byte[] tables = saved.clone();
        ByteBuffer.wrap(tables).order(ByteOrder.LITTLE_ENDIAN).putInt(0x2C, 60_000);
        assertStaysClosed(TestMails.parser(), MailFile.named("a.msg", tables),
                "Innholdet i vedleggene er større enn 100 MB utpakket.");
    }

    @Test
    void leavesAMailThatOutlookSavedClosedWhoseFilesLieInTheSamePlace() {
        MailFile[] files = IntStream.range(0, 60)
            .mapToObj((number) -> MailFile.named(number + ".txt", (number == 0) ? noise(2_000_000) : new byte[5000]))
            .toArray(MailFile[]::new);
        byte[] saved = TestContainers.outlook("x", "y", files);
        assertThat(TestMails.read(TestMails.with(MailFile.named("a.msg", saved))).attachments()).hasSize(61);
        layOverEachOther(saved);
        assertStaysClosed(TestMails.parser(), MailFile.named("a.msg", saved),
                "Innholdet i vedleggene er større enn 100 MB utpakket.");
    }

    /** Each attached file becomes the largest of them. */
    private static void layOverEachOther(byte[] saved) {
        ByteBuffer disk = ByteBuffer.wrap(saved).order(ByteOrder.LITTLE_ENDIAN);
        String name = new String("__substg1.0_37010102".getBytes(StandardCharsets.UTF_16LE),
                StandardCharsets.ISO_8859_1);
        String all = new String(saved, StandardCharsets.ISO_8859_1);
        int largest = all.indexOf(name);
        for (int place = largest; place >= 0; place = all.indexOf(name, place + 1)) {
            largest = (disk.getInt(place + 0x78) > disk.getInt(largest + 0x78)) ? place : largest;
        }
        for (int place = all.indexOf(name); place >= 0; place = all.indexOf(name, place + 1)) {
            disk.putInt(place + 0x74, disk.getInt(largest + 0x74)).putInt(place + 0x78, disk.getInt(largest + 0x78));
        }
    }

    @Test
    void saysOfGarbageThatItIsGarbage() {
        for (String name : new String[] { "a.msg", "winmail.dat", "a.zip" }) {
            assertStaysClosed(TestMails.parser(), MailFile.named(name, noise(5000)), Sentences.DAMAGED.norwegian());
            assertStaysClosed(TestMails.parser(), MailFile.named(name, new byte[0]), Sentences.DAMAGED.norwegian());
        }
        byte[] deep = new byte[100_000];
        Arrays.fill(deep, (byte) 0x30);
        assertStaysClosed(TestMails.parser(), MailFile.named("smime.p7m", deep), Sentences.DAMAGED.norwegian());
    }

    @Test
    void answersWhateverTheBytesOfAContainerAre() {
        MailFile file = MailFile.named("a.txt", noise(3000));
        byte[][] containers = { TestContainers.zip(file), TestContainers.winmail(file, file),
                TestContainers.outlookWithMail("x", "y", "z", file), SIGNER.sign(TestMails.with(file), true) };
        String[] names = { "a.zip", "winmail.dat", "a.msg", "smime.p7m" };
        Random random = new Random(20260402);
        for (int round = 0; round < 800; round++) {
            byte[] bytes = containers[round % 4].clone();
            for (int change = 0; change < 1 + round % 30; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            IncomingMail mail = TestMails.read(TestMails.with(MailFile.named(names[round % 4], bytes)));
            assertThat(mail.text()).startsWith("Se vedlegg");
            assertThat(mail.attachments().get(0).content()).isEqualTo(bytes);
        }
    }

    @Test
    void waitsForNoContainerLongerThanForTheMail() {
        Budget budget = new Budget(TestMails.settings(Map.of("backoffice.inbox.limits.time", "200ms")).limits());
        assertThatExceptionOfType(MailBeyondLimits.class).isThrownBy(() -> budget.inTime(() -> {
            new CountDownLatch(1).await();
            return "";
        })).withMessage("E-posten tok mer enn 0 sekunder å lese.");
        assertThatExceptionOfType(MailBeyondLimits.class).isThrownBy(() -> budget.inTime(() -> ""));
    }

    @Test
    void saysWhyInTheLanguageOfTheReaderAndKeepsItInNorwegian() {
        byte[] bomb = TestContainers.zip(MailFile.named("a.txt", new byte[50_000_000]));
        LocaleContextHolder.setLocale(Locale.UK);
        try {
            assertThat(TestMails.read(TestMails.with(MailFile.named("a.zip", bomb))).attachments())
                .extracting(Attachment::remark)
                .containsExactly("The file has not been opened."
                        + " The contents are more than 100 times as large as the file itself.");
            assertThat(TestMails.parser().parse(TestMails.nested(300)).defect())
                .isEqualTo("E-posten har deler inni hverandre i mer enn 30 nivåer.");
        }
        finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static void assertStaysClosed(MailParser parser, MailFile container, String why) {
        byte[] raw = TestMails.with(container);
        assertThat(parser.parse(raw).defect()).isNull();
        IncomingMail mail = TestMails.read(parser, raw);
        assertThat(mail.text()).isEqualTo("Se vedlegg");
        assertThat(mail.enclosed()).isEmpty();
        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.attachments().get(0).opened()).isFalse();
        assertThat(mail.attachments().get(0).remark()).isEqualTo(CLOSED + why);
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        return noise;
    }

}
