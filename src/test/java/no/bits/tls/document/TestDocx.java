package no.bits.tls.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small Word documents, sound and hostile ones. */
final class TestDocx {

    private static final String TYPES = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="xml" ContentType="application/xml"/></Types>""";

    private static final String RELATIONSHIPS = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
            Target="word/document.xml"/></Relationships>""";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private TestDocx(String document) {
        with("[Content_Types].xml", TYPES);
        with("_rels/.rels", RELATIONSHIPS);
        with("word/document.xml", document);
    }

    static TestDocx ofBody(String... blocks) {
        return ofXml("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
                + " xmlns:v=\"urn:schemas-microsoft-com:vml\""
                + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
                + " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"><w:body>"
                + String.join("", blocks) + "</w:body></w:document>");
    }

    static TestDocx ofXml(String document) {
        return new TestDocx(document);
    }

    /** A paragraph; {@code \t} and {@code \n} are tabs and line breaks. */
    static String p(String text) {
        return "<w:p>" + r(text) + "</w:p>";
    }

    static String r(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return "<w:r><w:t xml:space=\"preserve\">" + escaped.replace("\t", "</w:t><w:tab/><w:t xml:space=\"preserve\">")
            .replace("\n", "</w:t><w:br/><w:t xml:space=\"preserve\">") + "</w:t></w:r>";
    }

    static String table(String... rows) {
        return "<w:tbl>" + String.join("", rows) + "</w:tbl>";
    }

    /** A row of cells with a paragraph for each line. */
    static String row(String... cells) {
        return "<w:tr>" + Stream.of(cells)
            .map((cell) -> cell.startsWith("<w:") ? "<w:tc>" + cell + "</w:tc>"
                    : "<w:tc>" + cell.lines().map(TestDocx::p).collect(Collectors.joining())
                            + (cell.isEmpty() ? "<w:p/>" : "") + "</w:tc>")
            .collect(Collectors.joining()) + "</w:tr>";
    }

    static String picture() {
        return "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"9\" cy=\"9\"/></wp:inline></w:drawing></w:r></w:p>";
    }

    TestDocx with(String name, String part) {
        return with(name, part.getBytes(StandardCharsets.UTF_8));
    }

    TestDocx with(String name, byte[] part) {
        this.parts.put(name, part);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : this.parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return bytes.toByteArray();
    }

}
