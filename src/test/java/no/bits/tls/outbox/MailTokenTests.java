package no.bits.tls.outbox;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailTokenTests {

    private final MailToken token = new MailToken(
            OutboxFixture.settings(Map.of("token-secret", "a secret of thirty-two characters")));

    @Test
    void verifiesWhatItMade() {
        Stream.concat(Stream.of(new UUID(0, 0), new UUID(-1, -1)), Stream.generate(UUID::randomUUID).limit(200))
            .forEach((id) -> assertThat(this.token.verify(this.token.of(id))).contains(id));
    }

    @Test
    void survivesServersThatChangeCase() {
        UUID id = UUID.randomUUID();
        assertThat(this.token.verify(this.token.of(id).toUpperCase(Locale.ROOT))).contains(id);
    }

    @Test
    void keepsTheLocalPartWithinRfc5321() {
        assertThat("tls-bounce+" + this.token.of(new UUID(-1, -1))).hasSizeLessThanOrEqualTo(64)
            .matches("tls-bounce\\+[0-9a-v]{42}");
    }

    @Test
    void refusesEveryTokenWithOneCharacterChanged() {
        String made = this.token.of(UUID.randomUUID());
        for (int i = 0; i < made.length(); i++) {
            char other = (made.charAt(i) == '3') ? '4' : '3';
            assertThat(this.token.verify(made.substring(0, i) + other + made.substring(i + 1))).isEmpty();
        }
    }

    @Test
    void refusesWhatNobodyMade() {
        assertThat(Stream.of("", "x", "v".repeat(42), "w".repeat(42), "-" + "0".repeat(41), "0".repeat(43),
                "٣".repeat(42)))
            .allSatisfy((forged) -> assertThat(this.token.verify(forged)).isEmpty());
    }

    @Test
    void refusesTokensOfAnotherSecret() {
        MailToken other = new MailToken(
                OutboxFixture.settings(Map.of("token-secret", "another secret of thirty-two or more")));
        assertThat(this.token.verify(other.of(UUID.randomUUID()))).isEmpty();
    }

}
