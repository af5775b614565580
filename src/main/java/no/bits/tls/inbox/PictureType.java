package no.bits.tls.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells the pictures that every browser shows by their first bytes, whatever they are
 * called.
 */
final class PictureType {

    private PictureType() {
    }

    /**
     * The media type of a picture.
     * @param content a file
     * @return {@code image/png}, {@code image/jpeg}, {@code image/gif}, or nothing
     */
    static Optional<String> of(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, 8), StandardCharsets.ISO_8859_1);
        if (start.equals("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (start.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of("image/jpeg");
        }
        return start.startsWith("GIF87a") || start.startsWith("GIF89a") ? Optional.of("image/gif") : Optional.empty();
    }

}
