package no.bits.tls.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.jspecify.annotations.Nullable;

/**
 * What the first bytes of a picture tell; nothing of it is unpacked.
 *
 * @param type its media type
 * @param pixels how many pixels it has
 */
record PictureHead(String type, long pixels) {

    private static final Map<String, String> TYPES = Map.of("png", "image/png", "jpeg", "image/jpeg", "jpg",
            "image/jpeg", "gif", "image/gif");

    /**
     * Reads the head of a PNG, a JPEG or a GIF.
     * @param content any bytes
     * @return what it tells, or nothing where it is none of them
     * @throws NoPreview if it begins as one and goes on as none
     */
    static @Nullable PictureHead of(byte[] content) {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            return readers.hasNext() ? read(readers.next(), input) : null;
        }
        catch (IOException | RuntimeException ex) {
            throw NoPreview.damaged();
        }
    }

    private static @Nullable PictureHead read(ImageReader reader, ImageInputStream input) throws IOException {
        try {
            String type = TYPES.get(reader.getFormatName().toLowerCase(Locale.ROOT));
            if (type == null) {
                return null;
            }
            reader.setInput(input, true, true);
            return new PictureHead(type, (long) reader.getWidth(0) * reader.getHeight(0));
        }
        finally {
            reader.dispose();
        }
    }

}
