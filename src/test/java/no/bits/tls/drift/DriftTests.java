package no.bits.tls.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.mail.internet.MimeMessage;
import no.bits.tls.Letters;
import no.bits.tls.TestPeople;
import no.bits.tls.domaincheck.MailOperators;
import no.bits.tls.tls.TestNetwork;
import no.bits.tls.tls.TestNetwork.Behaviour;
import no.bits.tls.workflow.CaseNumber;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DriftTests extends DriftScene {

    private static final String FAILS = "må rettes";

    private static final String MENDED = "er i orden";

    private static final String EXPIRES = "utløper";

    @Autowired
    DriftFollowUp followUp;

    @Autowired
    MailOperators operators;

    @Test
    void theTechnicalContactIsToldWhatFailsAndHowToMendItAndThatItIsMended() {
        String caseNumber = drifted();
        assertThat(Letters.textOf(awaitMailToTechnician(FAILS))).contains(this.bank.organisation(),
                "mx." + this.domain + ": Serveren tilbyr ikke STARTTLS", "does not offer STARTTLS", "(krav 5.2.1)");
        mailServerIs(Behaviour.GOOD);
        nextNight();
        awaitMailToTechnician(MENDED);
        awaitEnd(caseNumber, "endEvent_driftMended");
        assertThat(mailsToTechnician(FAILS)).hasSize(1);
        assertThat(openCase()).isEmpty();
    }

    @Test
    void nobodyIsToldOfWhatIsMendedTheNextDay() {
        mailServerIs(Behaviour.EXPIRED);
        look();
        mailServerIs(Behaviour.GOOD);
        assertThat(nextNight().passes()).isTrue();
        mailServerIs(Behaviour.EXPIRED);
        look();
        assertThat(openCase()).isEmpty();
    }

    @Test
    void twoLooksWithinADayAreNotEnough() {
        mailServerIs(Behaviour.EXPIRED);
        look();
        this.clock.forward(Duration.ofHours(23));
        look();
        assertThat(openCase()).isEmpty();
    }

    @Test
    void theTechnicalContactIsToldThirtyFourteenAndFourDaysBeforeACertificateExpires() {
        Instant expiresAt = this.clock.instant().plus(Duration.ofDays(40));
        certificateExpires(expiresAt);
        look();
        for (int days : new int[] { 30, 14, 4 }) {
            int told = mailsToTechnician(EXPIRES).size();
            Instant before = this.clock.instant();
            this.clock.forward(Duration.between(before, expiresAt.minus(Duration.ofDays(days - 1))));
            awaitLook(before);
            await().until(() -> mailsToTechnician(EXPIRES).size(), (count) -> count == told + 1);
        }
        String caseNumber = openCase().orElseThrow();
        assertThat(Letters.textOf(mailsToTechnician(EXPIRES).get(0))).contains("CN=mx." + this.domain, "utstedt av",
                "issued by");
        certificateExpires(this.clock.instant().plus(Duration.ofDays(365)));
        nextNight();
        awaitMailToTechnician("Nytt sertifikat");
        awaitEnd(caseNumber, "endEvent_driftMended");
        assertThat(mailsToTechnician(EXPIRES)).hasSize(3);
    }

    @Test
    void aCertificateThatWasNotRenewedFails() {
        certificateExpires(this.clock.instant().plus(Duration.ofDays(3)));
        look();
        awaitMailToTechnician(EXPIRES);
        nextNight();
        nextNight();
        nextNight();
        assertThat(Letters.textOf(awaitMailToTechnician(FAILS))).contains("gikk ut");
    }

    @Test
    void staffFollowUpWhatIsNotMendedInTwoWeeks() {
        String caseNumber = drifted();
        this.clock.forward(Duration.ofDays(13));
        assertThat(task(caseNumber, DriftProcess.FOLLOW_UP)).isEmpty();
        this.clock.forward(Duration.ofDays(6));
        awaitClaimed(caseNumber, DriftProcess.FOLLOW_UP);
        CaseNumber number = new CaseNumber(caseNumber);
        assertThatThrownBy(() -> this.followUp.repeat(number, TestPeople.STAFF, " ")).isInstanceOf(DriftRefused.class);
        this.followUp.repeat(number, TestPeople.STAFF, "Snakket med drift.");
        awaitMailToTechnician("Ikke rettet ennå");
        awaitMail(this.bank, "Ikke rettet ennå");
        this.clock.forward(Duration.ofDays(20));
        awaitClaimed(caseNumber, DriftProcess.FOLLOW_UP);
        this.followUp.letBe(number, TestPeople.STAFF, "Domenet er på vei ut.");
        awaitEnd(caseNumber, "endEvent_driftLetBe");
        nextQuarter();
        nextQuarter();
        assertThat(openCase()).isEmpty();
        assertThat(mailsToTechnician(FAILS)).hasSize(1);
    }

    @Test
    void aTaskGoesAwayAsSoonAsAllIsMended() {
        String caseNumber = drifted();
        this.clock.forward(Duration.ofDays(19));
        awaitClaimed(caseNumber, DriftProcess.FOLLOW_UP);
        mailServerIs(Behaviour.GOOD);
        look();
        awaitMailToTechnician(MENDED);
        awaitEnd(caseNumber, "endEvent_driftMended");
        assertThat(task(caseNumber, DriftProcess.FOLLOW_UP)).isEmpty();
    }

    @Test
    void anAnswerIsReadByAPerson() {
        String caseNumber = drifted();
        MimeMessage notice = awaitMailToTechnician(FAILS);
        this.mail.deliver(Letters.answering(notice, this.bank.technicalEmail().value(), "Vi bytter leverandør i mai."));
        awaitClaimed(caseNumber, DriftProcess.FOLLOW_UP);
        assertThat(this.followUp.sheet(new CaseNumber(caseNumber))).returns(true, DriftSheet::replied)
            .returns(true, DriftSheet::failing);
    }

    @Test
    void aDomainThatStaffListedAsItWasTroublesNobody() {
        this.jdbc.sql("update watched_domain set passed = false where domain = ?").param(this.domain.ascii()).update();
        mailServerIs(Behaviour.WITHOUT_STARTTLS);
        look();
        this.clock.forward(Duration.ofDays(2));
        look();
        assertThat(openCase()).isEmpty();
    }

    @Test
    void whoRunsTheMailServersIsKeptAndShown() {
        look();
        TestNetwork.mailOf("mx1.other-operator.example", List.of(this.domain.ascii()));
        look();
        assertThat(this.operators.of(this.domain)).satisfiesExactly(
                (now) -> assertThat(now.names()).isEqualTo("other-operator.example"),
                (before) -> assertThat(before.names()).isEqualTo(this.domain.ascii()));
    }

    /** A look in the night before the next quarter. */
    private void nextQuarter() {
        Instant before = this.clock.instant();
        this.clock.forward(Duration.ofDays(95));
        awaitLook(before);
        await().until(this::openCase, Optional::isEmpty);
    }

}
