package no.bits.tls.outbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
            OutboxFigures figures = fixture.context.getBean(OutboxFigures.class);
            assertThat(figures.figures()).isEqualTo(new OutboxFigures.Figures(Map.of(), null, List.of()));
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
            fixture.clock.travel(Duration.ofSeconds(11));
            assertThat(figures.figures().mails())
                .isEqualTo(Map.of(State.FAILED, 1L, State.UNCERTAIN, 1L, State.HELD, 1L, State.RETRY, 1L));
            assertThat(figures.figures().oldest()).isEqualTo(start.plus(Duration.ofMinutes(5)));
            assertThat(figures.figures().pauses()).extracting(PausedDomain::domain).containsExactly("slow.example");
        }
    }

}
