package no.bits.tls.milestone;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import no.bits.tls.Letters;
import no.bits.tls.TestPeople;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.WorkingDays;
import no.bits.tls.changepack.Attestation;
import no.bits.tls.changepack.Attestation.Means;
import no.bits.tls.changepack.ChangePacks;
import no.bits.tls.domaincheck.DomainChecks;
import no.bits.tls.domainlist.ListedDomain;
import no.bits.tls.participant.Participant;
import no.bits.tls.tls.Enforcement;
import no.bits.tls.tls.InboundProofReport;
import no.bits.tls.tls.TestNetwork;
import no.bits.tls.tls.TestNetwork.Behaviour;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class MilestoneProcessTests extends MilestoneScene {

    private static final String NOTE = "Om to uker";

    private static final String QUESTION = "er innkommende tvungen TLS på plass? / Is inbound";

    private static final String REMINDER = "Påminnelse: er innkommende";

    @Autowired
    ChangePacks packs;

    @Autowired
    DomainChecks checks;

    @Test
    void announcesItTwoWeeksAheadAndAsksOnTheDay() {
        Participant bank = this.listed.list();
        LocalDate dueOn = milestoneOf(bank).dueOn();
        assertThat(dueOn).isEqualTo(WorkingDays.milestone(OsloTime.today(this.clock)));
        travelTo(dueOn.minusDays(17));
        assertThat(mails(bank, NOTE)).isEmpty();
        travelTo(WorkingDays.back(dueOn.minusDays(14)));
        assertThat(Letters.textOf(awaitMail(bank, NOTE))).contains(bank.organisation());
        assertThat(mails(bank, QUESTION)).isEmpty();
        travelTo(dueOn);
        assertThat(Letters.textOf(awaitMail(bank, QUESTION))).contains("Domenelisten er nå i versjon");
        assertThat(mails(bank, NOTE)).hasSize(1);
    }

    @Test
    void publishesJaAtOnceWhenItIsDone() {
        Participant bank = asked();
        long before = this.list.latest().number();
        answer(bank, new GivenAnswer(MilestoneAnswer.DONE, "", null, true, before, Means.PAGE));
        awaitEnd(bank, "endEvent_inboundEnforced");
        assertThat(listSaysJa(bank)).isTrue();
        assertThat(this.list.latest().number()).isGreaterThan(before);
        assertThat(this.ledger.of(bank.id())).extracting(Attestation::listVersion, Attestation::means)
            .startsWith(tuple(before, Means.PAGE));
        assertThat(Letters.textOf(awaitMail(bank, "viser nå Ja"))).contains("Bits kan prøve");
    }

    @Test
    void provesByConnectingWhatTheParticipantAllowed() {
        Participant bank = asked();
        TestNetwork.mailOf(bank.administratorEmail().domain().ascii(), Behaviour.ENFORCING);
        answer(bank, new GivenAnswer(MilestoneAnswer.DONE, "", null, true, this.list.latest().number(), Means.PAGE));
        assertThat(Letters.textOf(awaitMail(bank, "Innkommende tvungen TLS virker"))).contains("slik den skal");
        assertThat(this.checks.proofs(caseOf(bank)).values()).singleElement()
            .returns(Enforcement.ENFORCED, InboundProofReport::enforcement);
    }

    @Test
    void tellsWhatItSawWhereMailInClearIsTaken() {
        Participant bank = asked();
        TestNetwork.mailOf(bank.administratorEmail().domain().ascii(), Behaviour.GOOD);
        answer(bank, new GivenAnswer(MilestoneAnswer.DONE, "", null, true, this.list.latest().number(), Means.PAGE));
        assertThat(Letters.textOf(awaitMail(bank, "Innkommende tvungen TLS: se på dette")))
            .contains("ville blitt tatt imot", "C: RCPT TO:");
        assertThat(listSaysJa(bank)).isTrue();
    }

    @Test
    void leavesNeiWhenItIsNotPossible() {
        Participant bank = asked();
        answer(bank, new GivenAnswer(MilestoneAnswer.NOT_ABLE, "Vi bruker Exchange Server.", null, false,
                this.list.latest().number(), Means.PAGE));
        awaitEnd(bank, "endEvent_inboundNotPossible");
        assertThat(listSaysJa(bank)).isFalse();
        assertThat(Letters.textOf(awaitMail(bank, "Svaret er notert"))).contains("Vi bruker Exchange Server.");
    }

    @Test
    void turnsToNeiWhenWhatTheFormSaidIsNotPossible() {
        Participant bank = this.listed.listEnforcing();
        travelTo(milestoneOf(bank).dueOn());
        assertThat(Letters.textOf(awaitMail(bank, QUESTION))).contains("slik dere svarte ved innmeldingen");
        await().until(() -> milestoneOf(bank).askedOn() != null);
        answer(bank, new GivenAnswer(MilestoneAnswer.NOT_ABLE, "Vi tok feil.", null, false, this.list.latest().number(),
                Means.PAGE));
        awaitEnd(bank, "endEvent_inboundNotPossible");
        assertThat(listSaysJa(bank)).isFalse();
        assertThat(Letters.textOf(awaitMail(bank, "listen viser Nei"))).contains("Vi tok feil.");
    }

    @Test
    void publishesNothingNewWhenTheListSaysJaAlready() {
        Participant bank = this.listed.listEnforcing();
        travelTo(milestoneOf(bank).dueOn());
        await().until(() -> milestoneOf(bank).askedOn() != null);
        long before = this.list.latest().number();
        answer(bank, new GivenAnswer(MilestoneAnswer.DONE, "", null, false, before, Means.PAGE));
        awaitEnd(bank, "endEvent_inboundEnforced");
        assertThat(this.list.latest().number()).isEqualTo(before);
    }

    @Test
    void asksAgainOnTheDayThatTheParticipantChose() {
        Participant bank = asked();
        LocalDate newDate = WorkingDays.forward(OsloTime.today(this.clock).plusDays(40));
        answer(bank, new GivenAnswer(MilestoneAnswer.MORE_TIME, "", newDate, false, 0, Means.PAGE));
        awaitMail(bank, "Ny dato for");
        travelTo(newDate.minusDays(3));
        assertThat(mails(bank, QUESTION)).hasSize(1);
        assertThat(mails(bank, REMINDER)).isEmpty();
        travelTo(newDate);
        await().until(() -> mails(bank, QUESTION).size(), (size) -> size == 2);
        assertThat(milestoneOf(bank)).returns(true, Milestone::extended)
            .returns(2, Milestone::round)
            .returns(newDate, Milestone::askedOn);
    }

    @Test
    void remindsTwiceAndThenAsksAPersonToCall() {
        Participant bank = asked();
        LocalDate asked = milestoneOf(bank).dueOn();
        travelTo(WorkingDays.back(asked.plusDays(14)));
        awaitMail(bank, REMINDER);
        travelTo(WorkingDays.back(asked.plusDays(28)));
        await().until(() -> mails(bank, REMINDER).size(), (size) -> size == 2);
        assertThat(Letters.textOf(mails(bank, REMINDER).get(1))).contains("den neste uken, ringer vi");
        assertThat(task(bank)).isEmpty();
        travelTo(WorkingDays.forward(asked.plusDays(35)));
        awaitFollowUp(bank);
        assertThat(mails(bank, REMINDER)).hasSize(2);
        this.followUp.record(caseOf(bank), TestPeople.STAFF, MilestoneAnswer.DONE, Means.PHONE,
                "Ringte drift, de har satt det opp.");
        awaitEnd(bank, "endEvent_inboundEnforced");
        assertThat(listSaysJa(bank)).isTrue();
        assertThat(this.ledger.of(bank.id()).get(0).means()).isEqualTo(Means.PHONE);
        assertThat(Letters.textOf(awaitMail(bank, "viser nå Ja"))).doesNotContain("Ringte drift");
    }

    @Test
    void letsTheParticipantAnswerWhileAPersonFollowsUp() {
        Participant bank = replied("Vi kommer tilbake til dette.");
        answer(bank, new GivenAnswer(MilestoneAnswer.DONE, "", null, false, this.list.latest().number(), Means.PAGE));
        awaitEnd(bank, "endEvent_inboundEnforced");
        assertThat(task(bank)).isEmpty();
    }

    @Test
    void putsAReplyInFreeTextBeforeAPersonWithAGuess() {
        Participant bank = replied("Hei, dette er ikke mulig: systemet vårt støtter ikke det.");
        MilestoneSheet sheet = this.followUp.sheet(caseOf(bank));
        assertThat(sheet.replied()).isTrue();
        assertThat(sheet.guess()).isNotNull();
        assertThat(Objects.requireNonNull(sheet.guess()).answer()).isEqualTo(MilestoneAnswer.NOT_ABLE);
        this.followUp.record(caseOf(bank), TestPeople.STAFF, MilestoneAnswer.NOT_ABLE, Means.REPLY, "Se e-posten.");
        awaitEnd(bank, "endEvent_inboundNotPossible");
    }

    @Test
    void asksAgainWhenAPersonAgreedOnAnotherDay() {
        Participant bank = replied("Vi trenger utsettelse til etter påske.");
        LocalDate newDate = WorkingDays.forward(OsloTime.today(this.clock).plusDays(60));
        this.followUp.askAgain(caseOf(bank), TestPeople.STAFF, newDate, "Som avtalt med dere på telefon.");
        assertThat(Letters.textOf(awaitMail(bank, "Ny dato for"))).contains("Som avtalt med dere på telefon.");
        travelTo(newDate);
        await().until(() -> mails(bank, QUESTION).size(), (size) -> size == 2);
        assertThat(milestoneOf(bank).extended()).isFalse();
    }

    @Test
    void endsWithoutAnAnswerWhenAPersonSaysSo() {
        Participant bank = replied("Hvem er dere?");
        assertThatThrownBy(() -> this.followUp.stopAsking(caseOf(bank), TestPeople.STAFF, " "))
            .isInstanceOf(MilestoneRefused.class);
        this.followUp.stopAsking(caseOf(bank), TestPeople.STAFF, "Virksomheten er slått sammen med en annen.");
        awaitEnd(bank, "endEvent_milestoneUnanswered");
        assertThat(listSaysJa(bank)).isFalse();
    }

    @Test
    void takesAnAnswerLongBeforeTheDay() {
        Participant bank = this.listed.list();
        answer(bank, new GivenAnswer(MilestoneAnswer.DONE, "", null, false, this.list.latest().number(), Means.PAGE));
        awaitEnd(bank, "endEvent_inboundEnforced");
        travelTo(milestoneOf(bank).dueOn());
        assertThat(mails(bank, NOTE)).isEmpty();
        assertThat(mails(bank, QUESTION)).isEmpty();
    }

    @Test
    void asksOfEachListingByItself() {
        Participant bank = this.listed.list();
        this.listed.list(bank.organisation(), OsloTime.today(this.clock).plusDays(10),
                "ny-" + bank.listedDomains().iterator().next().ascii());
        List<Milestone> both = this.repository.findByParticipantIdOrderById(bank.id());
        assertThat(both).hasSize(2);
        assertThat(this.followUp.sheet(both.get(1).number()).domains()).hasSize(1);
    }

    @Test
    void moreDomainsConfirmNothingOfWhatChangedMeanwhile() {
        Participant bank = this.listed.list();
        long confirmed = this.ledger.versionOf(bank.id());
        Participant other = this.listed.list();
        Participant larger = this.listed.list(bank.organisation(), OsloTime.today(this.clock),
                "ny-" + bank.listedDomains().iterator().next().ascii());
        assertThat(larger.id()).isEqualTo(bank.id());
        assertThat(this.ledger.versionOf(bank.id())).isEqualTo(confirmed);
        assertThat(this.packs.of(larger).parts()).singleElement()
            .satisfies((part) -> assertThat(part.rows()).extracting(ListedDomain::organisation)
                .contains(other.organisation()));
    }

    private Participant asked() {
        Participant bank = this.listed.list();
        travelTo(milestoneOf(bank).dueOn());
        awaitMail(bank, QUESTION);
        await().until(() -> milestoneOf(bank).askedOn() != null);
        return bank;
    }

    private Participant replied(String words) {
        Participant bank = asked();
        this.mail.deliver(Letters.answering(awaitMail(bank, QUESTION), bank.administratorEmail().value(), words));
        awaitFollowUp(bank);
        return bank;
    }

    private void answer(Participant bank, GivenAnswer given) {
        this.milestones.answer(milestoneOf(bank), given);
    }

}
