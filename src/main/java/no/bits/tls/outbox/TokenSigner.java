package no.bits.tls.outbox;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a few bytes for one purpose: they and the beginning of their HMAC-SHA256 in RFC
 * 4648's base32hex alphabet, in lower case.
 */
final class TokenSigner {

    private final SecretKeySpec key;

    private final byte[] purpose;

    private final int bytes;

    private final int hmacBytes;

    private final int length;

    /**
     * A signer.
     * @param secret the secret of all tokens
     * @param purpose what its tokens are good for: those of another purpose are not
     * @param bytes how many bytes it signs
     * @param hmacBytes how many bytes of the HMAC it keeps
     */
    TokenSigner(String secret, String purpose, int bytes, int hmacBytes) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.purpose = (purpose + ":").getBytes(StandardCharsets.US_ASCII);
        this.bytes = bytes;
        this.hmacBytes = hmacBytes;
        this.length = ((bytes + hmacBytes) * Byte.SIZE + 4) / 5;
    }

    String sign(byte[] payload) {
        byte[] signed = ByteBuffer.allocate(this.bytes + this.hmacBytes)
            .put(payload)
            .put(hmac(payload), 0, this.hmacBytes)
            .array();
        String digits = new BigInteger(1, signed).toString(32);
        return "0".repeat(this.length - digits.length()) + digits;
    }

    /** What was signed, compared in constant time; nothing where we did not sign it. */
    Optional<ByteBuffer> verify(String token) {
        String lowerCase = token.toLowerCase(Locale.ROOT);
        return lowerCase.matches("[0-9a-v]{" + this.length + "}") ? verified(lowerCase) : Optional.empty();
    }

    private Optional<ByteBuffer> verified(String token) {
        byte[] number = new BigInteger(token, 32).shiftRight(this.hmacBytes * Byte.SIZE).toByteArray();
        byte[] payload = new byte[this.bytes];
        int length = Math.min(number.length, this.bytes);
        System.arraycopy(number, number.length - length, payload, this.bytes - length, length);
        return MessageDigest.isEqual(ascii(sign(payload)), ascii(token)) ? Optional.of(ByteBuffer.wrap(payload))
                : Optional.empty();
    }

    private byte[] hmac(byte[] payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(this.key);
            mac.update(this.purpose);
            return Arrays.copyOf(mac.doFinal(payload), this.hmacBytes);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("This Java has no HmacSHA256, which every Java must have", ex);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

}
