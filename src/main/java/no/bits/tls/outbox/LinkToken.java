package no.bits.tls.outbox;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * The token in a link of ours, with which whoever has our mail may do one thing, without
 * a log-in, until it expires: what it is about, when it expires and the first 96 bits of
 * their HMAC, together 39 characters.
 */
@Component
public class LinkToken {

    private static final int PAYLOAD_BYTES = Long.BYTES + Integer.BYTES;

    private static final int HMAC_BYTES = 12;

    private static final int MINUTE = 60;

    private final String secret;

    private final Clock clock;

    LinkToken(OutboxSettings settings, Clock clock) {
        this.secret = settings.tokenSecret();
        this.clock = clock;
    }

    /**
     * A token for one purpose and one thing.
     * @param purpose what it is good for, for example {@code milestone}
     * @param about the number of what it is about
     * @param expiresAt when it is good no more
     * @return 39 lower case letters and digits
     */
    public String of(String purpose, long about, Instant expiresAt) {
        return signer(purpose).sign(ByteBuffer.allocate(PAYLOAD_BYTES)
            .putLong(about)
            .putInt(Math.toIntExact(expiresAt.getEpochSecond() / MINUTE))
            .array());
    }

    /**
     * What a token is about.
     * @param purpose what it shall be good for
     * @param token what somebody shows
     * @return what it is about, or nothing where we did not make it for this
     */
    public Optional<Link> verify(String purpose, String token) {
        return signer(purpose).verify(token)
            .map((payload) -> new Link(payload.getLong(),
                    Instant.ofEpochSecond((long) payload.getInt() * MINUTE).isBefore(this.clock.instant())));
    }

    private TokenSigner signer(String purpose) {
        return new TokenSigner(this.secret, "link-" + purpose, PAYLOAD_BYTES, HMAC_BYTES);
    }

    /**
     * What a link is about.
     *
     * @param about the number of the thing
     * @param expired whether it is good no more
     */
    public record Link(long about, boolean expired) {
    }

}
