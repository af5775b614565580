package no.bits.tls.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;

import no.bits.tls.document.DocumentReading.Code;
import no.bits.tls.document.DocumentReading.Kind;
import no.bits.tls.document.DocumentReading.Remark;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static no.bits.tls.document.TestDocx.p;
import static no.bits.tls.document.TestDocx.row;
import static no.bits.tls.document.TestDocx.table;
import static org.assertj.core.api.Assertions.assertThat;

/** Files that want to harm us, or that nobody can read. */
class HostileDocumentsTests {

    private static final String FORM = p("Vedlegg 2")
            + table(row("Org.nr.", "916960190"), row("Administrator", "Kari"), row("Krav 5.2.4", "Ja"));

    private static final String RELATIONSHIP = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"
            Target="%s" TargetMode="External"/></Relationships>""";

    private final Documents documents = new Documents(TestSettings.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "UTF-16" })
    void aDocumentTypeIsRefused(String charset) {
        String xml = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><!DOCTYPE d [<!ENTITY x SYSTEM "
                + "\"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/"
                + "2006/main\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>";
        byte[] docx = TestDocx.ofBody("")
            .with("word/document.xml", xml.getBytes(java.nio.charset.Charset.forName(charset)))
            .bytes();
        assertUnreadable(docx, Code.ENTITIES);
    }

    @Test
    void aDocumentTypeInAnyOtherPartIsRefused() {
        assertUnreadable(TestDocx.ofBody(FORM)
            .with("customXml/item1.xml", "<!DOCTYPE a [<!ENTITY b \"b\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>")
            .bytes(), Code.ENTITIES);
    }

    @Test
    void aZipBombIsRefused() {
        assertUnreadable(TestDocx.ofBody(FORM).with("word/media/image1.png", new byte[100_000_000]).bytes(),
                Code.TOO_LARGE);
    }

    @Test
    void aBombOfXmlIsRefused() {
        assertUnreadable(TestDocx.ofBody(p(" ".repeat(20_000_000))).bytes(), Code.TOO_LARGE);
    }

    @Test
    void tooManyPartsAreRefused() {
        TestDocx docx = TestDocx.ofBody(FORM);
        for (int i = 0; i < 1100; i++) {
            docx.with("word/media/" + i + ".png", "x");
        }
        assertUnreadable(docx.bytes(), Code.TOO_LARGE);
    }

    @Test
    void endlessNestingIsRefused() {
        String deep = "<w:tbl><w:tr><w:tc>".repeat(5000) + "</w:tc></w:tr></w:tbl>".repeat(5000);
        assertUnreadable(TestDocx.ofBody(deep).bytes(), Code.TOO_LARGE);
    }

    @Test
    void nestingWithinTheLimitIsRead() {
        String deep = "<w:tbl><w:tr><w:tc>".repeat(60) + FORM + "<w:p/></w:tc></w:tr></w:tbl>".repeat(60);
        assertThat(read(TestDocx.ofBody(deep).bytes()).appendices()).containsExactly(Appendix.COMPANY_FORM);
    }

    @Test
    void whatTakesTooLongIsGivenUp() {
        Documents hasty = new Documents(TestSettings.with(Map.of("backoffice.document.time-limit", "1ms")));
        byte[] large = TestDocx.ofBody((p("Vedlegg 2") + FORM).repeat(5000)).bytes();
        assertThat(hasty.read("a.docx", large).remarks()).extracting(Remark::code).containsExactly(Code.TOO_LARGE);
    }

    @Test
    void aMacroIsReportedAndTheFormRead() {
        assertRead(TestDocx.ofBody(FORM).with("word/vbaProject.bin", "x"), Code.MACRO);
    }

    @Test
    void anEmbeddedObjectIsReportedAndTheFormRead() {
        assertRead(TestDocx.ofBody(FORM).with("word/embeddings/oleObject1.bin", "x"), Code.EMBEDDED_OBJECT);
    }

    @ParameterizedTest
    @CsvSource({ "attachedTemplate,http://evil.example/t.dotm", "image,http://evil.example/pixel.png",
            "hyperlink,file://evil.example/share", "hyperlink,\\\\evil.example\\share" })
    void aReferenceToOutsideIsReportedAndNotFetched(String type, String target) {
        assertRead(TestDocx.ofBody(FORM).with("word/_rels/document.xml.rels", RELATIONSHIP.formatted(type, target)),
                Code.EXTERNAL_REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://bits.no/tls", "mailto:tls@bits.no", "HTTP://bits.no" })
    void anOrdinaryLinkIsNoRemark(String target) {
        byte[] docx = TestDocx.ofBody(FORM)
            .with("word/_rels/document.xml.rels", RELATIONSHIP.formatted("hyperlink", target))
            .bytes();
        assertThat(read(docx).remarks()).isEmpty();
    }

    @Test
    void aFieldThatFetchesIsReported() {
        assertRead(TestDocx.ofBody(FORM, "<w:p><w:r><w:instrText>DDEAUTO c:\\\\x.exe</w:instrText></w:r></w:p>"),
                Code.EXTERNAL_REFERENCE);
    }

    @Test
    void anEncryptedDocumentIsReported() {
        byte[] ole2 = ("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" + "x".repeat(500)
                + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0")
            .getBytes(StandardCharsets.ISO_8859_1);
        assertUnreadable(ole2, Code.ENCRYPTED);
    }

    @Test
    void anOldWordDocumentIsForAPerson() {
        byte[] ole2 = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1WordDocument"
            .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(ole2).kind()).isEqualTo(Kind.FOR_A_PERSON);
    }

    @Test
    void aTruncatedDocumentIsDamagedWhereverItIsCut() {
        byte[] docx = TestDocx.ofBody(FORM).bytes();
        for (int length = 0; length < docx.length; length += 7) {
            DocumentReading reading = read(Arrays.copyOf(docx, length));
            assertThat(reading.kind()).isIn(Kind.UNREADABLE, Kind.READ);
            assertThat(reading.kind() == Kind.UNREADABLE).isEqualTo(!reading.remarks().isEmpty());
        }
    }

    @Test
    void damagedBytesNeverEscapeAsAnException() {
        Random random = new Random(42);
        byte[] docx = TestDocx.ofBody(FORM).bytes();
        byte[] pdf = SampleMail.attachments("o11.eml").values().iterator().next();
        for (int i = 0; i < 80; i++) {
            byte[] broken = ((i % 2 == 0) ? docx : pdf).clone();
            for (int n = 0; n < 20; n++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(broken)).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({ "skjema.docx,UNREADABLE", "skjema.pdf,UNREADABLE", "invite.ics,IRRELEVANT", "smime.p7s,IRRELEVANT",
            "kontakt.vcf,IRRELEVANT", "notat.txt,FOR_A_PERSON" })
    void whatIsNoFormIsToldByItsName(String name, Kind kind) {
        assertThat(this.documents.read(name, "no form at all".getBytes(StandardCharsets.UTF_8)).kind()).isEqualTo(kind);
    }

    @Test
    void theTypeIsToldByTheBytesAndNotByTheName() {
        assertThat(this.documents.read("vedlegg.pdf", TestDocx.ofBody(FORM).bytes()).appendices())
            .containsExactly(Appendix.COMPANY_FORM);
    }

    @Test
    void aLogoIsIrrelevantAndAScanIsForAPerson() {
        byte[] png = "\u0089PNG\r\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(png).kind()).isEqualTo(Kind.IRRELEVANT);
        assertThat(read(Arrays.copyOf(png, 50_000)).kind()).isEqualTo(Kind.FOR_A_PERSON);
    }

    @Test
    void aSpreadsheetIsForAPerson() {
        byte[] xlsx = TestDocx.ofXml("<x/>").with("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
                Target="xl/workbook.xml"/></Relationships>""").with("xl/workbook.xml", "<workbook/>").bytes();
        assertThat(read(xlsx).kind()).isEqualTo(Kind.FOR_A_PERSON);
    }

    @Test
    void aStrictDocumentIsRead() {
        String strict = "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>" + FORM
                + "</w:body></w:document>";
        assertThat(read(TestDocx.ofXml(strict).bytes()).appendices()).containsExactly(Appendix.COMPANY_FORM);
    }

    @Test
    void anEncryptedPdfIsReported() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            assertUnreadable(bytes(pdf), Code.ENCRYPTED);
        }
    }

    @Test
    void javaScriptInAPdfIsReported() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
            assertThat(read(bytes(pdf)).remarks()).extracting(Remark::code).contains(Code.MACRO);
        }
    }

    @Test
    void aPdfWithTooManyPagesIsRefused() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (int i = 0; i < 51; i++) {
                pdf.addPage(new PDPage());
            }
            assertUnreadable(bytes(pdf), Code.TOO_LARGE);
        }
    }

    @Test
    void aBombInAPdfIsRefused() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write("%PDF-1.4\n1 0 obj<</Filter/FlateDecode>>stream\n".getBytes(StandardCharsets.US_ASCII));
        pdf.write(deflated(80));
        assertUnreadable(pdf.toByteArray(), Code.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({ "ASCIIHexDecode,true", "ASCII85Decode,true", "ASCIIHexDecode,false", "ASCII85Decode,false" })
    void aBombInTheArmourOfTextIsRefusedAndAnotherStreamIsNot(String armour, boolean bomb) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            COSStream stream = pdf.getDocument().createCOSStream();
            COSArray filters = new COSArray(List.of(COSName.getPDFName(armour), COSName.FLATE_DECODE));
            try (OutputStream content = stream.createOutputStream(filters)) {
                content.write(" ".repeat(bomb ? 80 << 20 : 1000).getBytes(StandardCharsets.US_ASCII));
            }
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
            assertThat(read(bytes(pdf)).kind()).isEqualTo(bomb ? Kind.UNREADABLE : Kind.READ);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "(", "a", "1", "a.", " 1" })
    void anEndlessAnswerIsForAPerson(String endless) {
        byte[] docx = TestDocx.ofBody(FORM, table(row("Domener", endless.repeat(100_000)))).bytes();
        assertForAPersonAsTooLarge(docx);
    }

    @Test
    void aDocumentOfManyPagesOfTextIsForAPerson() {
        assertForAPersonAsTooLarge(
                TestDocx.ofBody(FORM, p("Vi sender og mottar e-post med TLS.").repeat(8000)).bytes());
    }

    private void assertForAPersonAsTooLarge(byte[] docx) {
        DocumentReading reading = read(docx);
        assertThat(reading.kind()).isEqualTo(Kind.FOR_A_PERSON);
        assertThat(reading.remarks()).extracting(Remark::code).containsExactly(Code.TOO_LARGE);
    }

    private void assertRead(TestDocx docx, Code code) {
        DocumentReading reading = read(docx.bytes());
        assertThat(reading.kind()).isEqualTo(Kind.READ);
        assertThat(reading.fields()).hasSize(3);
        assertThat(reading.remarks()).extracting(Remark::code).containsExactly(code);
    }

    private void assertUnreadable(byte[] content, Code code) {
        DocumentReading reading = read(content);
        assertThat(reading.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(reading.remarks()).extracting(Remark::code).containsExactly(code);
    }

    private DocumentReading read(byte[] content) {
        return this.documents.read("vedlegg.docx", content);
    }

    private static byte[] bytes(PDDocument pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    private static byte[] deflated(int megabytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(bytes)) {
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < megabytes; i++) {
                packed.write(spaces);
            }
        }
        return bytes.toByteArray();
    }

}
