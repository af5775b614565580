package no.bits.tls.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLStreamException;

import no.bits.tls.document.DocumentReading.Code;
import no.bits.tls.document.DocumentReading.Remark;

/**
 * The files inside a docx, unpacked within limits and looked at before anything reads
 * them.
 */
final class WordPackage {

    private static final int MEGABYTE = 1 << 20;

    private final DocumentSettings settings;

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private final List<Remark> remarks = new ArrayList<>();

    private String mainPart = "";

    private WordPackage(DocumentSettings settings) {
        this.settings = settings;
    }

    /**
     * Unpacks and checks.
     * @param content the zip file
     * @param settings the limits
     * @return the package
     * @throws UnreadableDocument where it is damaged, beyond the limits or declares
     * entities
     */
    static WordPackage open(byte[] content, DocumentSettings settings) {
        WordPackage found = new WordPackage(settings);
        try {
            found.unpack(content);
        }
        catch (IOException | IllegalArgumentException ex) {
            throw UnreadableDocument.damaged("The file cannot be unpacked");
        }
        found.lookAtParts();
        return found;
    }

    boolean isWord() {
        return this.parts.containsKey(this.mainPart) && !this.mainPart.startsWith("xl/")
                && !this.mainPart.startsWith("ppt/");
    }

    /** Whether it is a document of another kind, for example a spreadsheet. */
    boolean isOtherDocument() {
        return this.parts.containsKey(this.mainPart) || this.parts.containsKey("mimetype");
    }

    boolean isSigned() {
        return this.parts.keySet().stream().anyMatch((name) -> name.matches("(?i)_xmlsignatures/[^/]*\\.xml"));
    }

    List<Remark> remarks() {
        return this.remarks;
    }

    /** The main document, ready to be read by docx4j. */
    GuardedXml document() throws XMLStreamException {
        byte[] xml = this.parts.getOrDefault(this.mainPart, new byte[0]);
        return GuardedXml.over(xml, this.mainPart, this.settings.maxDepth());
    }

    private void unpack(byte[] content) throws IOException {
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                long left = Math.min(this.settings.maxUnpacked().toBytes() - unpacked, mostFor(content) - unpacked);
                byte[] part = isXml(entry.getName()) ? kept(zip, left) : null;
                unpacked += (part != null) ? part.length : counted(zip, left);
                add(entry.getName(), (part != null) ? part : new byte[0]);
            }
        }
    }

    private long mostFor(byte[] content) {
        return Math.max(MEGABYTE, (long) this.settings.maxRatio() * content.length);
    }

    private void add(String name, byte[] part) {
        if (this.parts.put(name, part) != null) {
            throw UnreadableDocument.damaged("The file holds two parts of the same name");
        }
        if (this.parts.size() > this.settings.maxEntries()) {
            throw UnreadableDocument.tooLarge("The file holds too many parts");
        }
    }

    private byte[] kept(InputStream stream, long left) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long most = Math.min(left, this.settings.maxPart().toBytes());
        byte[] buffer = new byte[8192];
        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
            kept.write(buffer, 0, n);
            if (kept.size() > most) {
                throw unpacksTooFar();
            }
        }
        return kept.toByteArray();
    }

    private static long counted(InputStream stream, long left) throws IOException {
        long count = 0;
        byte[] buffer = new byte[8192];
        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
            count += n;
            if (count > left) {
                throw unpacksTooFar();
            }
        }
        return count;
    }

    private static UnreadableDocument unpacksTooFar() {
        return UnreadableDocument.tooLarge("The file unpacks to more than we take in");
    }

    private static boolean isXml(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(?:xml|rels|vml)");
    }

    private void lookAtParts() {
        this.parts.forEach((name, part) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith("vbaproject.bin")) {
                this.remarks.add(new Remark(Code.MACRO, "A macro, not run"));
            }
            else if (lower.matches(".*/(?:embeddings|activex)/[^/]+\\.(?!rels$)[^.]*")) {
                this.remarks.add(new Remark(Code.EMBEDDED_OBJECT, safe(name)));
            }
            else if (isXml(name)) {
                Relationships.lookThrough(name, part, this.settings.maxDepth(), this.remarks);
            }
        });
        this.mainPart = Optional.ofNullable(this.parts.get("_rels/.rels"))
            .flatMap((rels) -> Relationships.mainPart(rels, this.settings.maxDepth()))
            .orElse("word/document.xml");
    }

    static String safe(String name) {
        String shown = name.replaceAll("[^\\p{L}\\p{N} ./:_@?&=%#-]", "?");
        return shown.substring(0, Math.min(shown.length(), 200));
    }

}
