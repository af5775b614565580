package no.bits.tls.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;

/** Looks at how far a PDF's packed streams unpack before PDFBox unpacks any. */
final class PdfStreams {

    private static final byte[] START = "stream".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);

    private static final int TELLING = 16;

    private static final Pattern TWICE = Pattern
        .compile("/(?:FlateDecode|Fl)\\s*/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\\b"
                + "|/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx)\\s*/(?:LZWDecode|LZW|RunLengthDecode|RL)\\b");

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
        int data = find(START, content, from) + START.length;
        if (data < START.length || data + 2 >= content.length) {
            return -1;
        }
        data += (content[data] == '\r') ? 1 : 0;
        return data + ((content[data] == '\n') ? 1 : 0);
    }

    private static int find(byte[] word, byte[] content, int from) {
        for (int i = from; i + word.length <= content.length; i++) {
            if (content[i] == word[0] && Arrays.equals(content, i, i + word.length, word, 0, word.length)) {
                return i;
            }
        }
        return -1;
    }

    private static long unpacked(byte[] content, int at, long most) {
        long bare = inflated(content, at, most);
        if (!isText(content, at)) {
            return bare;
        }
        int end = find(END, content, at);
        byte[] text = Arrays.copyOfRange(content, at, (end < 0) ? content.length : end);
        long armoured = Math.max(inflated(without(COSName.ASCII85_DECODE, text), 0, most),
                inflated(without(COSName.ASCII_HEX_DECODE, text), 0, most));
        return text.length + Math.max(bare, armoured);
    }

    private static boolean isText(byte[] content, int at) {
        return IntStream.range(at, Math.min(content.length, at + TELLING))
            .allMatch((i) -> content[i] == '\r' || content[i] == '\n' || (content[i] >= ' ' && content[i] <= '~'));
    }

    /** The bytes that a text stands for; where it stands for none, as far as it goes. */
    private static byte[] without(COSName armour, byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            FilterFactory.INSTANCE.getFilter(armour)
                .decode(new ByteArrayInputStream(text), bytes, new COSDictionary(), 0);
        }
        catch (IOException | IllegalArgumentException | IndexOutOfBoundsException ex) {
            return bytes.toByteArray();
        }
        return bytes.toByteArray();
    }

    private static long inflated(byte[] content, int at, long most) {
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
