package no.bits.tls.outbox;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * The token in the plus address that answers to one of our mails come back to: the mail's
 * id and the first 80 bits of its HMAC-SHA256, together 42 characters of RFC 4648's
 * base32hex alphabet in lower case, so that {@code tls-bounce+<token>} stays within a
 * local part's 64.
 */
@Component
public class MailToken {

    private static final int LENGTH = 42;

    private static final int ID_BYTES = 16;

    private static final int HMAC_BYTES = 10;

    private final SecretKeySpec key;

    MailToken(OutboxSettings settings) {
        this.key = new SecretKeySpec(settings.tokenSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /**
     * The token of one of our mails.
     * @param id the mail's id
     * @return 42 lower case letters and digits
     */
    public String of(UUID id) {
        String digits = new BigInteger(1, signed(id)).toString(32);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }

    /**
     * The mail that a token was made for, compared in constant time.
     * @param token what stood behind the plus sign, in any case
     * @return the mail's id, or nothing where we did not make this token
     */
    public Optional<UUID> verify(String token) {
        String lowerCase = token.toLowerCase(Locale.ROOT);
        return lowerCase.matches("[0-9a-v]{" + LENGTH + "}") ? verified(lowerCase) : Optional.empty();
    }

    private Optional<UUID> verified(String token) {
        BigInteger id = new BigInteger(token, 32).shiftRight(HMAC_BYTES * 8);
        UUID mail = new UUID(id.shiftRight(64).longValue(), id.longValue());
        return MessageDigest.isEqual(ascii(of(mail)), ascii(token)) ? Optional.of(mail) : Optional.empty();
    }

    private byte[] signed(UUID id) {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
        return ByteBuffer.allocate(ID_BYTES + HMAC_BYTES).put(bytes).put(hmac(bytes), 0, HMAC_BYTES).array();
    }

    private byte[] hmac(byte[] id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(this.key);
            mac.update(ascii("outbound-mail:"));
            return mac.doFinal(id);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("This Java has no HmacSHA256, which every Java must have", ex);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

}
