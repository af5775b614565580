package no.bits.tls.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, by its first bytes; by its name only where these tell nothing. */
enum FileType {

    /** A zip file: docx, but also others. */
    ZIP,
    /** A container of old Office formats, also around an encrypted docx. */
    OLE2,
    /** A PDF. */
    PDF,
    /** A picture. */
    PICTURE,
    /** A text that a person could have typed a form into. */
    TEXT,
    /** A name of a form's format, but other content. */
    BROKEN,
    /** Anything else. */
    OTHER;

    private static final int PDF_HEADER_WITHIN = 1024;

    /**
     * Tells the type.
     * @param fileName the name, for formats without a mark of their own
     * @param content the bytes
     * @return the type
     */
    static FileType of(String fileName, byte[] content) {
        String start = new String(content, 0, Math.min(content.length, PDF_HEADER_WITHIN), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return OLE2;
        }
        if (start.contains("%PDF-")) {
            return PDF;
        }
        if (isPicture(start)) {
            return PICTURE;
        }
        return start.startsWith("{\\rtf") || start.startsWith("x\u009F>\"") ? TEXT : byName(fileName);
    }

    private static boolean isPicture(String start) {
        return start.startsWith("\u0089PNG") || start.startsWith("\u00FF\u00D8\u00FF") || start.startsWith("GIF8")
                || start.startsWith("II*\0") || start.startsWith("MM\0*") || start.startsWith("BM")
                || start.startsWith("RIFF") || start.startsWith("ftyphei", 4) || start.startsWith("ftypmif", 4);
    }

    private static FileType byName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.matches(".*\\.(?:docx|docm|dotx|dotm|pdf|doc|odt|rtf)")) {
            return BROKEN;
        }
        return name.matches(".*\\.(?:txt|html?|mht|msg|eml|pages|xml)") ? TEXT : OTHER;
    }

}
