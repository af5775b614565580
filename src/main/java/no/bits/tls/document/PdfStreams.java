package no.bits.tls.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Looks at how far a PDF's packed streams unpack before PDFBox unpacks any. */
final class PdfStreams {

    private static final byte[] START = "stream".getBytes(StandardCharsets.US_ASCII);

    private static final Pattern TWICE = Pattern.compile("/(?:FlateDecode|Fl)\\s*/(?:FlateDecode|Fl|LZWDecode)\\b");

    private PdfStreams() {
    }

    /**
     * Unpacks every stream into nothing.
     * @param content the PDF
     * @param most the most bytes for all streams together
     * @throws UnreadableDocument where they are more, or packed more than once
     */
    static void check(byte[] content, long most) {
        if (TWICE.matcher(new String(content, StandardCharsets.ISO_8859_1)).find()) {
            throw tooLarge();
        }
        long left = most;
        for (int at = next(content, 0); at >= 0; at = next(content, at)) {
            left -= unpacked(content, at, left);
            if (left <= 0) {
                throw tooLarge();
            }
        }
    }

    /** Where the data of the next stream begins. */
    private static int next(byte[] content, int from) {
        for (int i = from; i + START.length + 2 < content.length; i++) {
            if (content[i] == START[0] && Arrays.equals(content, i, i + START.length, START, 0, START.length)) {
                int data = i + START.length;
                data += (content[data] == '\r') ? 1 : 0;
                return data + ((content[data] == '\n') ? 1 : 0);
            }
        }
        return -1;
    }

    private static long unpacked(byte[] content, int at, long most) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content, at, content.length - at);
            byte[] buffer = new byte[65536];
            while (inflater.getBytesWritten() <= most && inflater.inflate(buffer) > 0) {
                continue;
            }
            return inflater.getBytesWritten();
        }
        catch (DataFormatException ex) {
            return inflater.getBytesWritten();
        }
        finally {
            inflater.end();
        }
    }

    private static UnreadableDocument tooLarge() {
        return UnreadableDocument.tooLarge("The PDF unpacks to more than we take in");
    }

}
