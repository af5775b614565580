package no.bits.tls.outbox;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * The token in the plus address that answers to one of our mails come back to: the mail's
 * id and the first 80 bits of its HMAC, together 42 characters, so that
 * {@code tls-bounce+<token>} stays within a local part's 64.
 */
@Component
public class MailToken {

    private static final int ID_BYTES = 16;

    private static final int HMAC_BYTES = 10;

    private final TokenSigner signer;

    MailToken(OutboxSettings settings) {
        this.signer = new TokenSigner(settings.tokenSecret(), "outbound-mail", ID_BYTES, HMAC_BYTES);
    }

    /**
     * The token of one of our mails.
     * @param id the mail's id
     * @return 42 lower case letters and digits
     */
    public String of(UUID id) {
        return this.signer.sign(ByteBuffer.allocate(ID_BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
    }

    /**
     * The mail that a token was made for.
     * @param token what stood behind the plus sign, in any case
     * @return the mail's id, or nothing where we did not make this token
     */
    public Optional<UUID> verify(String token) {
        return this.signer.verify(token).map((id) -> new UUID(id.getLong(), id.getLong()));
    }

}
