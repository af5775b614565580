package no.bits.tls.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.OutgoingMail.State;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whose mail it is when workers die or are slow. */
class LeaseTests {

    private static final String CASE = "TLS-2026-00042";

    @AutoClose
    private final OutboxFixture fixture = new OutboxFixture(Map.of("answer-timeout", "2s"));

    @Test
    void mailWhoseWorkerDiedBeforeTheDotIsNewAgain() {
        this.fixture.remind(CASE);
        this.fixture.queue.claim(UUID.randomUUID());
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.CLAIMED);
        this.fixture.clock.travel(Duration.ofMinutes(16));
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.SENT);
        assertThat(mail().repeated()).isFalse();
    }

    @Test
    void reminderWhoseWorkerDiedAtTheDotIsUncertain() {
        this.fixture.remind(CASE);
        this.fixture.queue.enterData(this.fixture.queue.claim(UUID.randomUUID()).mails().get(0));
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.IN_DATA);
        this.fixture.clock.travel(Duration.ofMinutes(16));
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.UNCERTAIN);
        assertThat(this.fixture.server.journal()).isEmpty();
    }

    @Test
    void owedMailWhoseWorkerDiedAtTheDotIsSentOnceMoreAndMarked() {
        this.fixture.owe(CASE);
        this.fixture.queue.enterData(this.fixture.queue.claim(UUID.randomUUID()).mails().get(0));
        this.fixture.assertSentAfter(CASE, Duration.ofMinutes(15));
        assertThat(mail().repeated()).isTrue();
    }

    @Test
    void workerThatLostItsLeaseSendsNoDot() {
        this.fixture.owe(CASE);
        QueuedMail slow = this.fixture.queue.claim(UUID.randomUUID()).mails().get(0);
        this.fixture.clock.travel(Duration.ofMinutes(16));
        this.fixture.queue.takeOver();
        assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> this.fixture.queue.enterData(slow));
        SmtpServer server = this.fixture.context.getBean(SmtpServer.class);
        assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> {
            try (SmtpConnection connection = server.connect()) {
                connection.deliver(slow, () -> this.fixture.queue.enterData(slow));
            }
        });
        assertThat(this.fixture.server.journal()).isEmpty();
        this.fixture.deliver();
        assertThat(this.fixture.server.journal()).hasSize(1);
    }

    @Test
    void workerWhoseAnswerCameLateStillSettlesAnUncertainMail() {
        this.fixture.server.beforeAnswerToDot(() -> {
            this.fixture.clock.travel(Duration.ofMinutes(16));
            this.fixture.queue.takeOver();
            assertThat(mail().state()).isEqualTo(State.UNCERTAIN);
        });
        this.fixture.remind(CASE);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.SENT);
    }

    @Test
    void otherInstanceTakesOverAllThatADeadOneHad() {
        owe(5, Importance.OWED);
        Portion portion = this.fixture.queue.claim(UUID.randomUUID());
        this.fixture.queue.enterData(portion.mails().get(0));
        this.fixture.deliver();
        assertThat(this.fixture.server.journal()).isEmpty();
        this.fixture.clock.travel(Duration.ofMinutes(16));
        this.fixture.deliverBy(2);
        assertThat(this.fixture.server.journal()).hasSize(5);
        assertThat(this.fixture.mailsIn(State.SENT)).hasSize(5)
            .filteredOn(OutgoingMail::repeated)
            .extracting(OutgoingMail::id)
            .containsExactly(portion.mails().get(0).id());
    }

    @Test
    void slowWorkerSendsNothingOfWhatWasTakenOverMeanwhile() {
        owe(5, Importance.REMINDER);
        this.fixture.server.beforeAnswerToDot(() -> {
            this.fixture.server.beforeAnswerToDot(() -> {
            });
            this.fixture.clock.travel(Duration.ofMinutes(16));
            this.fixture.deliver();
        });
        this.fixture.deliver();
        assertThat(this.fixture.server.journal()).extracting(AcceptedMail::messageId)
            .hasSize(5)
            .doesNotHaveDuplicates();
        assertThat(this.fixture.mailsIn(State.SENT)).hasSize(5).noneMatch(OutgoingMail::repeated);
    }

    @Test
    void workerThatIsStoppedGivesItsMailsBackAsTheyWere() {
        owe(5, Importance.OWED);
        AtomicInteger asked = new AtomicInteger();
        this.fixture.courier().deliverDue(() -> asked.incrementAndGet() <= 2);
        assertThat(this.fixture.server.journal()).hasSize(2);
        assertThat(this.fixture.mailsIn(State.NEW)).hasSize(3).noneMatch(OutgoingMail::repeated);
        this.fixture.deliver();
        assertThat(this.fixture.server.journal()).hasSize(5);
    }

    private void owe(int mails, Importance importance) {
        for (int i = 0; i < mails; i++) {
            this.fixture.owe(OutboxFixture.letter("TLS-2026-%05d".formatted(i), importance));
        }
    }

    private OutgoingMail mail() {
        return this.fixture.mail(CASE);
    }

}
