package no.bits.tls.report;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the reports tell of participants, their servers and their mail. */
class SchemeReportTests {

    private final ReportDatabase office = new ReportDatabase("2002-07-15T12:00");

    private final KnownHistory history = new KnownHistory(this.office.jdbc());

    @AfterEach
    void close() {
        this.office.close();
    }

    @Test
    void milestonesAreMetOrNotAndTheListSaysJaMoreAndMore() {
        this.history.ended("milestone", "TLS-2001-00001", "2001-10-01T06:00", "2002-01-10T10:00",
                Ending.ENFORCED.event());
        this.history.ended("milestone", "TLS-2001-00002", "2001-10-01T06:00", "2002-02-10T10:00",
                Ending.NOT_ABLE.event());
        this.history.ended("milestone", "TLS-2001-00003", "2001-10-01T06:00", "2002-02-11T10:00",
                Ending.UNANSWERED.event());
        this.history.step("milestone", "TLS-2001-00002", "serviceTask_agreeNewDate", "serviceTask", "2002-01-05T10:00",
                "2002-01-05T10:00");
        this.history.published(1, "TLS-2001-00010", "2001-12-31T22:59", false, false);
        this.history.published(2, "TLS-2001-00011", "2002-01-10T10:00", true);
        this.office.jdbc()
            .sql("update backoffice.domain_list_entry set to_version = 2 where domain = 'bank1-1.example'")
            .update();
        assertThat(this.office.lines("milestones", "answers", "2001-12", "2002-02"))
            .containsExactly("2001-12 0 0 0 0 0", "2002-01 1 0 0 0 1", "2002-02 0 1 1 0 0", "I alt 1 1 1 0 1");
        assertThat(this.office.lines("milestones", "list", "2001-11", "2002-02")).containsExactly("2001-11 0 0 -",
                "2001-12 2 0 0", "2002-01 2 1 50", "2002-02 2 1 50");
    }

    @Test
    void reviewsAreAnsweredQuarterByQuarterAndSomeParticipantsAreBehind() {
        this.history.ended("quarterlyReview", "TLS-2001-00001", "2002-01-02T07:00", "2002-04-01T07:00",
                Ending.MISSED.event());
        this.history.review("2002-Q1", "TLS-2001-00001", "2002-01-02", "MISSED", null, null);
        this.history.review("2002-Q1", "TLS-2001-00002", "2002-01-02", "CONFIRMED", "PAGE", "2002-01-04T07:00");
        this.history.review("2002-Q1", "TLS-2001-00003", "2002-01-02", "CONFIRMED", "PHONE", "2002-01-12T07:00");
        this.history.review("2002-Q3", "TLS-2001-00004", "2002-07-01", "OPEN", null, null);
        this.history.participant("ny", "2002-07-10");
        this.history.participant("punktlig", "2002-04-10");
        this.history.participant("sen", "2001-12-31");
        assertThat(this.office.lines("reviews", "quarters", "2002-02", "2002-07"))
            .containsExactly("2002-Q1 1 0 1 1 0 66.7 2 10", "2002-Q2 0 0 0 0 0 - - -", "2002-Q3 0 0 0 0 1 0 - -");
        assertThat(this.office.lines("reviews", "behind", "2002-07", "2002-07")).containsExactly("0 2", "2 1");
    }

    @Test
    void aQuarterIsKeptTwoWeeksAfterItIsOver() {
        this.history.ended("quarterlyReview", "TLS-2001-00001", "2002-01-02T07:00", "2002-04-01T07:00",
                Ending.MISSED.event());
        this.history.review("2002-Q2", "TLS-2001-00001", "2002-04-02", "OPEN", null, null);
        this.office.travelTo("2002-07-14T21:00");
        assertThat(this.office.lines("reviews", "quarters", "2002-04", "2002-04"))
            .containsExactly("2002-Q2 0 0 0 0 1 0 - -");
        this.office.jdbc().sql("update backoffice.quarterly_review set state = 'MISSED'").update();
        this.office.travelTo("2002-07-15T12:00");
        assertThat(this.office.lines("reviews", "quarters", "2002-04", "2002-04"))
            .containsExactly("2002-Q2 0 0 0 1 0 0 - -");
        this.office.jdbc().sql("delete from backoffice.quarterly_review").update();
        assertThat(this.office.lines("reviews", "quarters", "2002-04", "2002-04"))
            .containsExactly("2002-Q2 0 0 0 1 0 0 - -");
    }

    @Test
    void errorReportsHaveCausesAndATimeToSolution() {
        this.history.ended("errorReport", "TLS-2001-00001", "2002-01-31T10:00", "2002-02-03T10:00",
                Ending.PURSUED.event());
        this.history.errorReport("TLS-2001-00001", "SOLVED", "CERTIFICATE_EXPIRED", "2002-01-31T10:00",
                "2002-02-03T10:00");
        this.history.errorReport("TLS-2001-00002", "SOLVED", "CERTIFICATE_EXPIRED", "2002-02-01T10:00",
                "2002-02-06T10:00");
        this.history.errorReport("TLS-2001-00003", "NOT_TLS", "RECIPIENT_UNKNOWN", "2002-02-01T10:00",
                "2002-02-01T16:00");
        this.history.errorReport("TLS-2001-00004", "JOINED", "UNKNOWN", "2002-02-01T10:00", "2002-02-01T16:00");
        this.history.errorReport("TLS-2001-00005", "PURSUED", "UNKNOWN", "2002-02-02T10:00", null);
        assertThat(this.office.lines("error-reports", "months", "2002-01", "2002-02"))
            .containsExactly("2002-01 1 0 0 0 0 0 0", "2002-02 3 2 0 0 0 1 0", "I alt 4 2 0 0 0 1 0");
        assertThat(this.office.lines("error-reports", "causes", "2002-02", "2002-02"))
            .containsExactly("Sertifikatet har gått ut 2 2 3 5", "Mottakeren finnes ikke 1 0 - -", "I alt 3 2 3 5");
    }

    @Test
    void mailComesAndGoesAndSomeOfItFails() {
        this.history.enrolment("TLS-2001-00001", "2002-05-31T10:00");
        this.history.ended("enrolment", "TLS-2001-00001", "2002-05-31T10:00", "2002-06-03T10:00",
                Ending.LAPSED.event());
        this.history.letter("TLS-2001-00001", "2002-05-31T21:59", "SENT");
        this.history.letter("TLS-2001-00001", "2002-05-31T22:01", "FAILED");
        this.history.letter("TLS-2001-00001", "2002-06-02T10:00", "UNCERTAIN");
        assertThat(this.office.lines("mails", "in", "2002-05", "2002-06")).containsExactly("2002-05 1 1 0 0 0 0",
                "2002-06 0 0 0 0 0 0", "I alt 1 1 0 0 0 0");
        assertThat(this.office.lines("mails", "out", "2002-05", "2002-06")).containsExactly("2002-05 1 1 0 0 0 0",
                "2002-06 2 0 0 1 1 0", "I alt 3 1 0 1 1 0");
    }

    @Test
    void workLiesAheadWeekByWeek() {
        this.history.open("milestone", "TLS-2001-00001", "2002-05-01T10:00", "userTask_followUpMilestone");
        this.history.task("TLS-2001-00001", "userTask_followUpMilestone", "2002-06-01T10:00", "2002-07-12T14:00");
        this.history.open("milestone", "TLS-2001-00002", "2002-05-01T10:00", "intermediateCatchEvent_milestoneDue");
        this.history.timer("TLS-2001-00002", "intermediateCatchEvent_milestoneDue", "2002-07-21T21:59");
        this.history.open("quarterlyReview", "TLS-2001-00003", "2002-07-01T10:00", "receive");
        this.history.timer("TLS-2001-00003", "intermediateCatchEvent_firstReviewReminderDue", "2002-07-21T22:00");
        this.history.participant("bank", "2001-12-31");
        assertThat(this.office.lines("workload", "weeks", "2002-07", "2002-07")).containsExactly(
                "Tidligere, ikke gjort 0 0 0 0 1 1", "2002-W29 1 0 0 0 0 1", "2002-W30 0 0 1 0 0 1",
                "2002-W31 0 0 0 0 0 0");
        assertThat(this.office.lines("workload", "weeks", "2002-07", "2002-10")).contains("2002-W40 0 1 0 0 0 0");
        assertThat(this.office.lines("open-cases", "waiting", "2002-07", "2002-07"))
            .containsExactly("Følg opp milepæl 0 0 0 1 1", "I alt 0 0 0 1 1");
        assertThat(this.office.get(Tiles.class).tiles()).extracting((tile) -> tile.id() + " " + tile.value())
            .containsExactly("open 3.0", "overdue 1.0", "waiting 1.0", "failed 0.0", "share null", "behind 1.0");
    }

    @Test
    void verdictsAreTheLastOfEachListedDomain() {
        this.history.ended("enrolment", "TLS-2001-00001", "2002-04-01T10:00", "2002-04-10T10:00",
                Ending.LISTED.event());
        this.history.published(1, "TLS-2001-00001", "2002-04-10T10:00", true, true, true);
        this.history.checked("bank1-0.example", "2002-04-11T10:00", "FAIL");
        this.history.checked("bank1-0.example", "2002-05-11T10:00", "PASS");
        this.history.checked("bank1-1.example", "2002-04-11T10:00", "FAIL");
        this.history.checked("left.example", "2002-04-11T10:00", "FAIL");
        assertThat(this.office.lines("verdicts", "last", "2002-07", "2002-07"))
            .contains("5.2.1 STARTTLS tilbys og virker 1 0 1 0 1")
            .contains("5.2.8 Sertifikatet har serverens navn 0 2 0 0 1");
        assertThat(this.office.lines("verdicts", "months", "2002-04", "2002-05"))
            .containsExactly("2002-04 100 100 0 100 100", "2002-05 100 100 50 100 100");
    }

}
