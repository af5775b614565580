package no.bits.tls.review;

import java.time.LocalDate;
import java.util.List;

import no.bits.tls.Letters;
import no.bits.tls.TestPeople;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.Quarter;
import no.bits.tls.calendar.WorkingDays;
import no.bits.tls.changepack.Attestation.Means;
import no.bits.tls.participant.Participant;
import org.junit.jupiter.api.Test;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReviewProcessTests extends ReviewScene {

    private static final String PACK = "Kvartalsgjennomgang";

    private static final String REMINDER = "Påminnelse: bekreft domenelisten";

    @Test
    void tellsEachParticipantWhatIsNewOnTheQuartersFirstWorkingDay() {
        Participant bank = listedLongAgo();
        Participant other = listedLongAgo();
        Quarter quarter = nextQuarter();
        assertThat(newestOf(bank)).returns(quarter.toString(), QuarterlyReview::quarter)
            .returns(quarter.firstWorkingDay(), QuarterlyReview::askedOn);
        String text = Letters.textOf(awaitMail(bank, PACK + " " + quarter));
        assertThat(text).contains(other.organisation()).doesNotContain("(" + bank.organisation() + ")");
    }

    @Test
    void leavesOutWhoWasListedWithinTheLastMonth() {
        travelTo(Quarter.of(OsloTime.today(this.clock)).next().firstWorkingDay().minusDays(10));
        Participant newcomer = this.listed.list();
        Participant bank = listedLongAgo();
        nextQuarter();
        assertThat(reviewsOf(newcomer)).isEmpty();
        assertThat(reviewsOf(bank)).hasSize(1);
        nextQuarter();
        assertThat(reviewsOf(newcomer)).hasSize(1);
    }

    @Test
    void recordsTheVersionThatWasConfirmedAndSendsNothingMore() {
        Participant bank = asked();
        long version = this.list.latest().number();
        this.listed.list();
        this.reviews.confirm(newestOf(bank), version);
        awaitEnd(newestOf(bank), "endEvent_listConfirmed");
        assertThat(newestOf(bank)).returns(version, QuarterlyReview::listVersion)
            .returns(QuarterlyReview.State.CONFIRMED, QuarterlyReview::state);
        assertThat(this.ledger.of(bank.id()).get(0)).returns(version, (one) -> one.listVersion())
            .returns(Means.PAGE, (one) -> one.means());
        travelTo(newestOf(bank).askedOn().plusDays(40));
        assertThat(mails(bank, REMINDER)).isEmpty();
        assertThat(mails(bank, PACK)).hasSize(1);
    }

    @Test
    void tellsNextTimeOnlyWhatIsNewSinceThen() {
        Participant bank = asked();
        Participant before = listedLongAgo();
        this.reviews.confirm(newestOf(bank), this.list.latest().number());
        awaitEnd(newestOf(bank), "endEvent_listConfirmed");
        Participant after = listedLongAgo();
        Quarter next = nextQuarter();
        assertThat(Letters.textOf(awaitMail(bank, PACK + " " + next))).contains("(" + after.organisation() + ")")
            .doesNotContain("(" + before.organisation() + ")");
    }

    @Test
    void remindsTwiceTheSecondTimeAlsoTheTechnicalContactAndThenAsksAPersonToCall() {
        Participant bank = asked();
        LocalDate asked = newestOf(bank).askedOn();
        travelTo(WorkingDays.back(asked.plusDays(14)));
        awaitMail(bank, REMINDER);
        assertThat(mailsToTechnicalContact(bank, REMINDER)).isEmpty();
        travelTo(WorkingDays.back(asked.plusDays(30)));
        await().until(() -> mails(bank, REMINDER).size(), (size) -> size == 2);
        await().until(() -> mailsToTechnicalContact(bank, REMINDER).size(), (size) -> size == 1);
        assertThat(task(bank)).isEmpty();
        travelTo(WorkingDays.forward(asked.plusDays(37)));
        awaitFollowUp(bank);
        assertThat(this.followUp.sheet(newestOf(bank).number()).replied()).isFalse();
        long newest = this.list.latest().number();
        assertThatThrownBy(() -> this.followUp.confirm(newestOf(bank).number(), TestPeople.STAFF, newest + 1,
                Means.PHONE, "Ringte dem."))
            .hasMessageContaining(String.valueOf(newest));
        this.followUp.confirm(newestOf(bank).number(), TestPeople.STAFF, newest, Means.PHONE, "Ringte dem.");
        awaitEnd(newestOf(bank), "endEvent_listConfirmed");
        assertThat(this.ledger.of(bank.id()).get(0).means()).isEqualTo(Means.PHONE);
    }

    @Test
    void countsAsMissedWhenTheNextQuarterBegins() {
        Participant bank = asked();
        Participant late = listedLongAgo();
        QuarterlyReview first = newestOf(bank);
        travelTo(WorkingDays.forward(first.askedOn().plusDays(37)));
        await().until(() -> task(bank).isPresent());
        nextQuarter();
        awaitEnd(first, "endEvent_reviewMissed");
        assertThat(reviewsOf(bank)).extracting(QuarterlyReview::state)
            .containsExactly(QuarterlyReview.State.MISSED, QuarterlyReview.State.OPEN);
        assertThat(reviewsOf(late)).extracting(QuarterlyReview::state).containsExactly(QuarterlyReview.State.OPEN);
        assertThat(this.followUp.sheet(newestOf(bank).number()).missed()).containsExactly(first.quarter());
    }

    @Test
    void putsAReplyInFreeTextBeforeAPersonWhoAgreesOnAnotherDay() {
        Participant bank = asked();
        this.mail.deliver(Letters.answering(awaitMail(bank, PACK), bank.administratorEmail().value(),
                "Vi har ferie, men bekrefter at versjon 3 er lagt inn."));
        awaitFollowUp(bank);
        assertThat(this.followUp.sheet(newestOf(bank).number()).signs()).contains("Skriver «bekrefter»");
        LocalDate day = WorkingDays.forward(OsloTime.today(this.clock).plusDays(20));
        this.followUp.askAgain(newestOf(bank).number(), TestPeople.STAFF, day, "God ferie så lenge.");
        assertThat(Letters.textOf(awaitMail(bank, "Vi spør på nytt"))).contains("God ferie så lenge.");
        travelTo(day.minusDays(1));
        assertThat(mails(bank, REMINDER)).isEmpty();
        travelTo(day);
        assertThat(Letters.textOf(awaitMail(bank, REMINDER))).contains("Som avtalt spør vi på nytt");
    }

    @Test
    void letsTheParticipantConfirmWhileAPersonFollowsUp() {
        Participant bank = asked();
        travelTo(WorkingDays.forward(newestOf(bank).askedOn().plusDays(37)));
        awaitFollowUp(bank);
        this.reviews.confirm(newestOf(bank), this.list.latest().number());
        awaitEnd(newestOf(bank), "endEvent_listConfirmed");
        assertThat(task(bank)).isEmpty();
    }

    @Test
    void endsWithoutAConfirmationWhenAPersonSaysSo() {
        Participant bank = asked();
        travelTo(WorkingDays.forward(newestOf(bank).askedOn().plusDays(37)));
        awaitFollowUp(bank);
        this.followUp.stopAsking(newestOf(bank).number(), TestPeople.STAFF, "Legges ned ved nyttår.");
        awaitEnd(newestOf(bank), "endEvent_reviewMissed");
        assertThat(newestOf(bank).state()).isEqualTo(QuarterlyReview.State.MISSED);
    }

    @Test
    void plansOneCampaignAheadAndLeavesOutQuartersThatPassedMeanwhile() {
        Quarter quarter = nextQuarter();
        await().until(() -> campaigns().contains(quarter.next().toString()));
        travelTo(quarter.next().next().next().firstWorkingDay().plusDays(20));
        Quarter planned = quarter.next().next().next().next();
        await().until(() -> campaigns().contains(planned.toString()));
        assertThat(campaigns()).doesNotContain(quarter.next().next().toString(),
                quarter.next().next().next().toString());
    }

    private List<String> campaigns() {
        return this.jdbc.sql("select quarter from review_campaign").query(String.class).list();
    }

    private Participant asked() {
        Participant bank = listedLongAgo();
        nextQuarter();
        awaitMail(bank, PACK);
        return bank;
    }

}
