package no.bits.tls.document;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import javax.imageio.ImageIO;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a stranger's file looks like, and what is not looked at. */
class PreviewsTests {

    private final Previews previews = previews(Map.of());

    @Test
    void eachPageOfAPdfIsAPicture() throws Exception {
        byte[] pdf = pdf(PDRectangle.A4, "0 0 1 rg 0 0 595 842 re f", "1 0 0 rg 0 0 595 842 re f");
        assertThat(this.previews.pages(pdf)).isEqualTo(2);
        BufferedImage second = drawn(this.previews, pdf, 2);
        assertThat(second.getWidth()).isBetween(1195, 1200);
        assertThat(new Color(second.getRGB(600, 600))).isEqualTo(Color.RED);
        assertThatNoPreview(() -> this.previews.page(pdf, 3)).withMessageContaining("ingen side 3, bare 2");
    }

    @Test
    void theFilledInSampleIsDrawn() throws Exception {
        byte[] pdf = Objects.requireNonNull(SampleMail.attachments("o10.eml").get("Vedlegg 2.pdf"));
        assertThat(this.previews.pages(pdf)).isPositive();
        assertThat(drawn(this.previews, pdf, 1).getHeight()).isGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = { "png", "jpg", "gif" })
    void aPictureIsShownAsItIsWhateverItIsCalled(String format) throws Exception {
        byte[] picture = picture(format, 40, 30);
        assertThat(this.previews.pages(picture)).isOne();
        Previews.Picture shown = this.previews.page(picture, 1);
        assertThat(shown.type()).isEqualTo("image/" + format.replace("jpg", "jpeg"));
        assertThat(shown.content()).isEqualTo(picture);
    }

    @ParameterizedTest
    @ValueSource(strings = { "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "<html><script>alert(1)</script></html>", "", "PK\u0003\u0004", "BM", "II*\0" })
    void nothingElseIsShown(String content) {
        byte[] file = content.getBytes(StandardCharsets.ISO_8859_1);
        assertThatNoPreview(() -> this.previews.pages(file));
        assertThatNoPreview(() -> this.previews.page(file, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\u0089PNG\r\n\u001a\n....", "GIF89a", "%PDF-1.7\nnothing" })
    void whatIsBrokenIsNotShown(String content) {
        byte[] file = content.getBytes(StandardCharsets.ISO_8859_1);
        assertThatNoPreview(() -> this.previews.page(file, 1));
    }

    @Test
    void aPictureOfTooManyPixelsIsNotShown() throws Exception {
        byte[] png = picture("png", 40, 30);
        png[16] = 0x7f;
        assertThatNoPreview(() -> this.previews.page(png, 1)).withMessageContaining("mer enn");
    }

    @Test
    void aPdfWithAPasswordIsNotShown() throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            assertThatNoPreview(() -> this.previews.pages(bytes.toByteArray())).withMessageContaining("passord");
        }
    }

    @Test
    void aPageOfAnySizeIsDrawnWithinTheLimit() throws Exception {
        BufferedImage wide = drawn(this.previews, pdf(new PDRectangle(100_000, 50), ""), 1);
        assertThat(wide.getWidth()).isLessThanOrEqualTo(2400);
        BufferedImage tiny = drawn(this.previews, pdf(new PDRectangle(1, 1), ""), 1);
        assertThat(tiny.getWidth()).isLessThanOrEqualTo(1200);
    }

    @Test
    void aDrawingThatTakesTooLongIsStoppedAndLeavesItsPlace() throws Exception {
        Previews hasty = previews(Map.of("time-limit", "500ms", "at-once", "1"));
        byte[] endless = pdf(PDRectangle.A4, "/Pattern cs 0 0 500 800 re S ".repeat(400_000));
        assertThatNoPreview(() -> hasty.page(endless, 1)).withMessageContaining("for lang tid");
        byte[] simple = pdf(PDRectangle.A4, "");
        org.awaitility.Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .ignoreExceptions()
            .untilAsserted(() -> assertThat(hasty.page(simple, 1).type()).isEqualTo("image/png"));
    }

    @Test
    void aPictureInAPdfThatIsLargerThanItTellsIsLeftOut() throws Exception {
        Previews careful = previews(Map.of("max-picture", "5000"));
        assertThat(corner(careful, 50, 50)).isEqualTo(Color.BLACK);
        assertThat(corner(careful, 400, 400)).isEqualTo(Color.WHITE);
    }

    /** The colour where a black JPEG lies that tells of 10 by 10 pixels. */
    private static Color corner(Previews previews, int width, int height) throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDImageXObject picture = JPEGFactory.createFromImage(document,
                    new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
            picture.setWidth(10);
            picture.setHeight(10);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(picture, 0, 0, 595, 842);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return new Color(drawn(previews, bytes.toByteArray(), 1).getRGB(3, 3));
        }
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<NoPreview> assertThatNoPreview(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return assertThatExceptionOfType(NoPreview.class).isThrownBy(work);
    }

    private static BufferedImage drawn(Previews previews, byte[] pdf, int page) throws IOException {
        Previews.Picture picture = previews.page(pdf, page);
        assertThat(picture.type()).isEqualTo("image/png");
        return ImageIO.read(new ByteArrayInputStream(picture.content()));
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] pdf(PDRectangle size, String... pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (String content : pages) {
                PDPage page = new PDPage(size);
                page.setContents(
                        new PDStream(document, new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII))));
                document.addPage(page);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static Previews previews(Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>();
        settings.forEach((name, value) -> properties.put("backoffice.preview." + name, value));
        return new Previews(TestSettings.DEFAULT, new Binder(new MapConfigurationPropertySource(properties))
            .bindOrCreate("backoffice.preview", PreviewSettings.class));
    }

}
