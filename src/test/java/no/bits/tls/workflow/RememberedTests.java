package no.bits.tls.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RememberedTests {

    private final AtomicInteger questions = new AtomicInteger();

    private final Clock start = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);

    private Clock clock = this.start;

    @Test
    void asksAgainOnlyWhenTheAnswerIsTooOld() {
        Remembered<Integer> remembered = remembered();
        assertThat(remembered.get()).isEqualTo(remembered.get()).isEqualTo(1);
        pass(Duration.ofSeconds(10));
        assertThat(remembered.get()).isEqualTo(1);
        pass(Duration.ofSeconds(11));
        assertThat(remembered.get()).isEqualTo(2);
    }

    @Test
    void leavesAloneForAWhileWhoDidNotAnswer() {
        Remembered<Integer> remembered = remembered();
        this.questions.set(-1);
        assertThatIllegalStateException().isThrownBy(remembered::get).withMessage("away");
        assertThatIllegalStateException().isThrownBy(remembered::get).withMessageContaining("too early");
        pass(Duration.ofSeconds(11));
        assertThat(remembered.get()).isEqualTo(1);
    }

    private void pass(Duration time) {
        this.clock = Clock.offset(this.start, time);
    }

    private Remembered<Integer> remembered() {
        return new Remembered<>(this::answer, Duration.ofSeconds(10), new Clock() {
            @Override
            public Instant instant() {
                return RememberedTests.this.clock.instant();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        });
    }

    private int answer() {
        int number = this.questions.incrementAndGet();
        if (number == 0) {
            throw new IllegalStateException("away");
        }
        return number;
    }

}
