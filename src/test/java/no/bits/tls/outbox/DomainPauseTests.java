package no.bits.tls.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import no.bits.tls.outbox.Fault.Stage;
import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.OutgoingMail.State;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A domain that asks us to come back later makes its own mails wait and no others. */
class DomainPauseTests {

    private static final String BUSY = "450 4.7.1 greylisted";

    @AutoClose
    private final OutboxFixture fixture = new OutboxFixture();

    private int mails;

    @ParameterizedTest
    @ValueSource(strings = { "421 4.3.2 busy", "450 4.7.1 greylisted", "451 4.3.0 error", "452 4.5.3 too many" })
    void domainsMailsWaitAndOthersGoOn(String answer) {
        this.fixture.server.refuse("slow.example", answer);
        owe("slow.example", 3);
        owe("quick.example", 2);
        this.fixture.deliver();
        assertThat(states("slow.example")).containsOnly(State.RETRY);
        assertThat(states("quick.example")).containsOnly(State.SENT);
        assertThat(tries("slow.example")).isEqualTo(1);
        assertThat(this.fixture.pausedDomains())
            .containsExactly(new PausedDomain("slow.example", 1, inTime(Duration.ofMinutes(1)), answer));
        assertThat(this.fixture.mailsIn(State.RETRY)).hasSize(3).allSatisfy((mail) -> {
            assertThat(mail.nextAttemptAt()).isEqualTo(inTime(Duration.ofMinutes(1)));
            assertThat(mail.lastAnswer()).isEqualTo(answer);
        });
    }

    @ParameterizedTest
    @CsvSource({ "CONNECT, 421 too busy", "EHLO, 421 too busy", "MAIL, 451 4.3.0 later", "RCPT, 432 4.3.2 threads",
            "RCPT, 550 5.1.1 nobody", "DATA, CUT" })
    void whatIsNotAboutTheDomainPausesNone(Stage stage, String answer) {
        this.fixture.server.failNext(new Fault(stage, answer));
        owe("slow.example", 2);
        this.fixture.deliver();
        assertThat(this.fixture.pausedDomains()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "DATA", "DOT" })
    void refusalOfTheBodyPausesTheDomainToo(Stage stage) {
        this.fixture.server.failNext(new Fault(stage, "451 4.7.500 server busy"));
        owe("slow.example", 2);
        this.fixture.deliver();
        assertThat(states("slow.example")).containsOnly(State.RETRY);
        assertThat(this.fixture.server.journal()).isEmpty();
    }

    @Test
    void pausesDoubleUntilTheyAreLongest() {
        this.fixture.server.refuse("slow.example", BUSY);
        owe("slow.example", 12);
        List<Long> minutes = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            this.fixture.deliver();
            Duration pause = Duration.between(this.fixture.clock.instant(),
                    this.fixture.pausedDomains().get(0).until());
            minutes.add(pause.toMinutes());
            this.fixture.clock.travel(pause);
        }
        assertThat(minutes).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 360L, 360L);
        assertThat(tries("slow.example")).isEqualTo(11);
    }

    @Test
    void workersThatAreRefusedAtOnceLengthenThePauseOnlyOnce() {
        this.fixture.server.refuse("slow.example", BUSY);
        owe("slow.example", 50);
        this.fixture.deliverBy(4);
        assertThat(this.fixture.pausedDomains()).singleElement().extracting(PausedDomain::refusals).isEqualTo(1);
        assertThat(states("slow.example")).containsOnly(State.RETRY);
        assertThat(tries("slow.example")).isBetween(1, 4);
    }

    @Test
    void mailThatIsTakenFreesItsDomain() {
        this.fixture.server.refuse("slow.example", BUSY);
        owe("slow.example", 3);
        this.fixture.deliver();
        this.fixture.clock.travel(Duration.ofMinutes(1));
        this.fixture.deliver();
        this.fixture.server.refuseNobody();
        this.fixture.clock.travel(Duration.ofMinutes(2));
        this.fixture.deliver();
        assertThat(states("slow.example")).containsOnly(State.SENT);
        assertThat(this.fixture.pausedDomains()).isEmpty();
        this.fixture.server.refuse("slow.example", BUSY);
        owe("slow.example", 1);
        this.fixture.deliver();
        assertThat(this.fixture.pausedDomains()).extracting(PausedDomain::refusals).containsExactly(1);
    }

    @Test
    void newMailToAPausedDomainWaitsToo() {
        this.fixture.server.refuse("slow.example", BUSY);
        owe("slow.example", 1);
        this.fixture.deliver();
        owe("SLOW.example", 1);
        this.fixture.deliver();
        assertThat(tries("slow.example")).isEqualTo(1);
        assertThat(this.fixture.mailsIn(State.NEW)).singleElement()
            .extracting(OutgoingMail::nextAttemptAt)
            .isEqualTo(inTime(Duration.ofMinutes(1)));
    }

    @Test
    void allMailsOfADomainThatNeverAnswersFailSoonAfterThreeDaysAndAreTold() {
        this.fixture.server.refuse("slow.example", BUSY);
        owe("slow.example", 10);
        for (int hour = 0; hour < 24 * 4; hour++) {
            this.fixture.deliver();
            this.fixture.clock.travel(Duration.ofHours(1));
        }
        assertThat(states("slow.example")).containsOnly(State.FAILED);
        assertThat(this.fixture.failures()).hasSize(10);
    }

    private void owe(String domain, int count) {
        for (int i = 0; i < count; i++) {
            this.fixture.owe(OutboxFixture.letterTo("a%d@%s".formatted(i, domain),
                    "TLS-2026-%05d".formatted(this.mails++), Importance.OWED));
        }
    }

    private List<State> states(String domain) {
        return this.fixture.jdbc.sql("select state from backoffice.outbound_mail where domain = ?")
            .param(domain)
            .query(State.class)
            .list();
    }

    private int tries(String domain) {
        return (int) this.fixture.server.recipients().stream().filter((to) -> to.endsWith("@" + domain)).count();
    }

    private Instant inTime(Duration time) {
        return this.fixture.clock.instant().plus(time);
    }

}
