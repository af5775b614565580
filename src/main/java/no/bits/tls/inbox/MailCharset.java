package no.bits.tls.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text as they were meant: the declared character set where it exists
 * and fits, otherwise UTF-8 where that fits, otherwise Windows-1252.
 */
final class MailCharset {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private MailCharset() {
    }

    static String decode(byte[] bytes, @Nullable String declared) {
        return named(declared).flatMap((charset) -> strictly(bytes, charset))
            .or(() -> strictly(bytes, StandardCharsets.UTF_8))
            .orElseGet(() -> new String(bytes, WINDOWS_1252));
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        }
        catch (CharacterCodingException ex) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> named(@Nullable String name) {
        try {
            return Optional.ofNullable(name).map(String::strip).map(Charset::forName).map(MailCharset::inPractice);
        }
        catch (IllegalArgumentException ex) {
            return Optional.empty();
        }
    }

    /** Who says ISO-8859-1 means Windows-1252 (WHATWG Encoding). */
    private static Charset inPractice(Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS_1252 : charset;
    }

}
