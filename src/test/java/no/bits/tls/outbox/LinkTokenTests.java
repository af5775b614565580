package no.bits.tls.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.LongStream;

import no.bits.tls.outbox.LinkToken.Link;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinkTokenTests {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:30Z");

    private final LinkToken tokens = tokens(NOW);

    @Test
    void tellsWhatItWasMadeFor() {
        LongStream.of(0, 1, 42, Long.MAX_VALUE, -1).forEach((about) -> {
            String token = this.tokens.of("review", about, NOW.plusSeconds(60));
            assertThat(token).matches("[0-9a-v]{39}");
            assertThat(this.tokens.verify("review", token)).contains(new Link(about, false));
        });
    }

    @Test
    void isGoodForOnePurposeOnly() {
        assertThat(this.tokens.verify("milestone", this.tokens.of("review", 42, NOW.plusSeconds(60)))).isEmpty();
    }

    @Test
    void expiresAndIsStillKnown() {
        String token = this.tokens.of("review", 42, NOW.plus(Duration.ofDays(120)));
        assertThat(tokens(NOW.plus(Duration.ofDays(119))).verify("review", token)).contains(new Link(42, false));
        assertThat(tokens(NOW.plus(Duration.ofDays(121))).verify("review", token)).contains(new Link(42, true));
    }

    @Test
    void isRefusedWithAnyCharacterChanged() {
        String token = this.tokens.of("review", 42, NOW.plusSeconds(60));
        for (int i = 0; i < token.length(); i++) {
            char other = (token.charAt(i) == '3') ? '4' : '3';
            assertThat(this.tokens.verify("review", token.substring(0, i) + other + token.substring(i + 1))).isEmpty();
        }
    }

    private static LinkToken tokens(Instant now) {
        return new LinkToken(OutboxFixture.settings(Map.of("token-secret", "a secret of thirty-two characters")),
                Clock.fixed(now, ZoneOffset.UTC));
    }

}
