package no.bits.tls.outbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import no.bits.tls.Golden;
import no.bits.tls.outbox.Fault.Stage;
import no.bits.tls.outbox.OutgoingMail.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxFiguresTests {

    @Test
    void figuresSayHowOurMailsAreDoing() throws IOException {
        try (OutboxFixture fixture = new OutboxFixture(Map.of("daily-limit", "1"))) {
            assertThat(fixture.outbox.figures()).isEqualTo(new OutboxFigures(0, 0, 0, 0, 0, 0, null, 0));
            fixture.owe("TLS-2026-00001");
            fixture.deliver();
            fixture.clock.travel(Duration.ofHours(25));
            Instant start = fixture.clock.instant();
            fixture.server.failNext(new Fault(Stage.RCPT, "550 no"));
            fixture.owe("TLS-2026-00002");
            fixture.deliver();
            fixture.server.failNext(Fault.cut(Stage.ACCEPTED));
            fixture.remind("TLS-2026-00003");
            fixture.deliver();
            fixture.clock.travel(Duration.ofMinutes(5));
            fixture.remind("TLS-2026-00004");
            fixture.deliver();
            fixture.server.refuse("slow.example", "451 later");
            fixture.owe(OutboxFixture.letterTo("a@slow.example", "TLS-2026-00005", Letter.Importance.OWED));
            fixture.deliver();
            assertThat(fixture.outbox.figures())
                .isEqualTo(new OutboxFigures(1, 1, 1, 0, 1, 1, start.plus(Duration.ofMinutes(5)), 1));
            assertThat(fixture.outbox.mailsIn(EnumSet.of(State.FAILED, State.UNCERTAIN), 10)).hasSize(2);
            assertThat(fixture.outbox.mailsIn(EnumSet.of(State.FAILED, State.UNCERTAIN), 1)).hasSize(1);
        }
    }

}
