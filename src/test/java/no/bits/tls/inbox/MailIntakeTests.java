package no.bits.tls.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import no.bits.tls.workflow.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailIntakeTests {

    private final InboxFixture inbox = new InboxFixture();

    private final MailIntake intake = this.inbox.intake();

    @AfterEach
    void close() {
        this.inbox.close();
    }

    @Test
    void handlesAMailThatWasStoredBeforeACrash() {
        long id = this.inbox.stored(mail("Innmelding"));
        handleDue();
        assertThat(this.inbox.state(id)).isEqualTo(MailState.HANDLED);
        assertThat(this.inbox.handler.subjects()).containsExactly("Innmelding");
        assertThat(this.inbox.inbox().mail(id).caseNumber()).isNotNull();
    }

    @Test
    void handlesAMailOnce() {
        this.inbox.stored(mail("Innmelding"));
        handleDue();
        handleDue();
        assertThat(this.inbox.handler.handled).hasSize(1);
    }

    @Test
    void triesAMailThreeTimesAndThenPutsItAsideWhileOthersAreHandled() {
        long poison = this.inbox.stored(mail("Poison"));
        long overflow = this.inbox.stored(mail("Overflow"));
        this.inbox.stored(mail("Good"));
        handleDue();
        assertThat(this.inbox.handler.subjects()).containsExactly("Good");
        assertThat(this.inbox.state(poison)).isEqualTo(MailState.STORED);
        afterEveryPause();
        assertThat(List.of(this.inbox.state(poison), this.inbox.state(overflow))).containsOnly(MailState.QUARANTINED);
        assertThat(this.inbox.mails.find(poison).orElseThrow().attempts()).isEqualTo(3);
        assertThat(this.inbox.mails.find(poison).orElseThrow().reason())
            .isEqualTo("E-posten kunne ikke behandles (forsøk 3), siste feil:"
                    + " IllegalStateException: I do not like this mail");
        assertThat(this.inbox.events).hasSize(2)
            .allSatisfy((event) -> assertThat(((MailPutAside) event).reason()).isEqualTo(MailPutAside.Reason.FAILED));
    }

    @Test
    void putsAsideAMailThatKilledUsThreeTimes() {
        long id = this.inbox.stored(mail("Good"));
        this.inbox.jdbc.sql("update backoffice.inbound_mail set attempts = 3").update();
        handleDue();
        assertThat(this.inbox.state(id)).isEqualTo(MailState.QUARANTINED);
        assertThat(this.inbox.handler.handled).isEmpty();
        assertThat(this.inbox.reasons())
            .containsExactly("Behandlingen av e-posten ble avbrutt hver gang vi prøvde, uten at noen feil ble meldt.");
    }

    @Test
    void undoesWhatAFailingHandlerDid() {
        this.inbox.stored(mail("Poison"));
        afterEveryPause();
        assertThat(this.inbox.count(MailState.HANDLED)).isZero();
        assertThat(this.inbox.count(MailState.QUARANTINED)).isOne();
    }

    @Test
    void putsAsideWhatNobodyClaims() {
        long id = this.inbox.stored(mail("Unknown"));
        handleDue();
        assertThat(this.inbox.state(id)).isEqualTo(MailState.UNCLAIMED);
        assertThat(this.inbox.events).containsExactly(
                new MailPutAside(id, MailPutAside.Reason.UNCLAIMED, "Ingen sakstype kjente igjen e-posten."));
    }

    @Test
    void putsAsideAMailBeyondLimitsAtOnce() {
        long id = this.inbox.stored(TestMails.nested(300));
        handleDue();
        assertThat(this.inbox.state(id)).isEqualTo(MailState.QUARANTINED);
        assertThat(this.inbox.mails.find(id).orElseThrow().attempts()).isOne();
        assertThat(this.inbox.reasons()).containsExactly("E-posten har deler inni hverandre i mer enn 30 nivåer.");
    }

    @Test
    void keepsMachineMailFromEveryHandler() {
        long id = this.inbox.stored("Auto-Submitted: auto-replied\r\n" + mail("Automatisk svar"));
        handleDue();
        assertThat(this.inbox.state(id)).isEqualTo(MailState.MACHINE);
        assertThat(this.inbox.handler.handled).isEmpty();
        assertThat(this.inbox.events).isEmpty();
    }

    @Test
    void putsAsideOurOwnMail() {
        long id = this.inbox.stored("X-Bits-TLS: production\r\n" + mail("Kvittering"));
        long other = this.inbox.stored("From: =?utf-8?Q?Bits?= <TLS+token@bits.no>\r\nSubject: x\r\n\r\n");
        handleDue();
        assertThat(List.of(this.inbox.state(id), this.inbox.state(other))).containsOnly(MailState.QUARANTINED);
        assertThat(this.inbox.handler.handled).isEmpty();
    }

    @Test
    void keepsTheSameBytesAsADuplicateOfTheFirst() {
        long first = this.inbox.stored(mail("Innmelding"));
        long second = this.inbox.stored(mail("Innmelding"));
        handleDue();
        assertThat(this.inbox.handler.handled).hasSize(1);
        assertThat(this.inbox.state(second)).isEqualTo(MailState.DUPLICATE);
        CaseNumber caseNumber = Objects.requireNonNull(this.inbox.inbox().mail(first).caseNumber());
        assertThat(this.inbox.inbox().mail(second).caseNumber()).isEqualTo(caseNumber);
        assertThat(this.inbox.inbox().mailsOf(caseNumber)).extracting(IncomingMail::id).containsExactly(first);
    }

    @Test
    void letsAPersonGiveAMailToACaseOnce() {
        long id = this.inbox.stored(mail("Unknown"));
        handleDue();
        CaseNumber caseNumber = this.inbox.inbox().claim(id, "eager");
        assertThat(this.inbox.inbox().claim(id, "eager")).isEqualTo(caseNumber);
        assertThat(this.inbox.handler.handled).hasSize(1);
        assertThat(this.inbox.inbox().kinds()).containsExactly("eager");
    }

    @Test
    void letsAPersonHaveAMailTriedAgainOrDismissIt() {
        long id = this.inbox.stored(mail("Unknown"));
        handleDue();
        this.inbox.inbox().retry(id);
        handleDue();
        assertThat(this.inbox.events).hasSize(2);
        this.inbox.inbox().dismiss(id);
        assertThat(this.inbox.state(id)).isEqualTo(MailState.DISMISSED);
    }

    @Test
    void refusesDecisionsAboutMailsThatDoNotWait() {
        long id = this.inbox.stored(mail("Innmelding"));
        assertThatThrownBy(() -> this.inbox.inbox().retry(id)).isInstanceOf(MailNotWaiting.class)
            .hasMessage("E-posten med nummer %d er allerede tatt hånd om (STORED). Last siden på nytt.", id);
        assertThatThrownBy(() -> this.inbox.inbox().dismiss(4711)).isInstanceOf(UnknownMail.class);
        assertThatThrownBy(() -> this.inbox.inbox().claim(id, "party")).isInstanceOf(UnknownMailHandler.class)
            .hasMessage("No kind of case called party takes mails: choose one of [eager]");
    }

    private void handleDue() {
        this.intake.handleDue(() -> false);
    }

    private void afterEveryPause() {
        for (int attempt = 0; attempt < 4; attempt++) {
            this.inbox.clock.advance(Duration.ofMinutes(5));
            handleDue();
        }
    }

    static String mail(String subject) {
        return "From: Kari <kari@bank.no>\r\nSubject: %s\r\n\r\nHei\r\n".formatted(subject);
    }

}
