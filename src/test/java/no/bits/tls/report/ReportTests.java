package no.bits.tls.report;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import no.bits.tls.Golden;

import static org.assertj.core.api.Assertions.assertThat;

/** The reports against a history that a person can count by hand. */
class ReportTests {

    private final ReportDatabase office = new ReportDatabase("2002-07-15T12:00");

    private final KnownHistory history = new KnownHistory(this.office.jdbc());

    @BeforeEach
    void enrolments() {
        enrolment(1, "2001-11-30T10:00", "2001-12-10T10:00", Ending.LISTED);
        enrolment(2, "2001-12-30T10:00", "2001-12-31T22:59", Ending.LISTED);
        enrolment(3, "2001-12-30T10:00", "2001-12-31T23:01", Ending.DECLINED);
        enrolment(4, "2002-03-10T10:00", "2002-03-31T21:59", Ending.LISTED);
        enrolment(5, "2002-03-10T10:00", "2002-03-31T22:01", Ending.LAPSED);
        this.history.open("enrolment", number(6), "2002-05-01T10:00", "userTask_reviewEnrolment");
        this.history.cancelled("enrolment", number(7), "2002-05-05T10:00", "2002-05-06T10:00");
        enrolment(8, "2002-07-01T10:00", "2002-07-10T10:00", Ending.DECLINED);
    }

    @AfterEach
    void close() {
        this.office.close();
    }

    @Test
    void enrolmentsCountInTheMonthThatItIsInOslo() {
        assertThat(this.office.lines("enrolments", "outcomes", "2001-11", "2002-07")).containsExactly(
                "2001-11 1 0 0 0 0", "2001-12 2 2 0 0 0", "2002-01 0 0 1 0 0", "2002-02 0 0 0 0 0", "2002-03 2 1 0 0 0",
                "2002-04 0 0 0 1 0", "2002-05 0 0 0 0 1", "2002-06 0 0 0 0 0", "2002-07 1 0 1 0 0", "I alt 6 3 2 1 1");
    }

    @Test
    void casesAreOpenedEndedAndOpen() {
        assertThat(this.office.lines("open-cases", "flow", "2001-11", "2002-07")).containsExactly("2001-11 1 0 1",
                "2001-12 2 2 1", "2002-01 0 1 0", "2002-02 0 0 0", "2002-03 2 1 1", "2002-04 0 1 0", "2002-05 2 1 1",
                "2002-06 0 0 1", "2002-07 1 1 1");
        assertThat(this.office.lines("open-cases", "ages", "2002-07", "2002-07"))
            .containsExactly("Innmelding 0 0 1 0 1", "I alt 0 0 1 0 1");
    }

    @Test
    void itTellsWithinHowManyDaysHalfAndNineInTenCameOnTheList() {
        listed(1, "2001-12-10T10:00");
        listed(2, "2001-12-31T22:59");
        listed(4, "2002-03-31T21:59");
        assertThat(this.office.lines("enrolments", "time", "2001-12", "2002-03")).containsExactly("2001-12 2 1.5 10",
                "2002-01 0 - -", "2002-02 0 - -", "2002-03 1 21 21", "I alt 3 10 21");
    }

    @Test
    void whatWasKeptOutlivesTheCases() {
        List<String> before = this.office.lines("enrolments", "outcomes", "2001-11", "2002-06");
        this.office.jdbc().sql("delete from public.act_hi_procinst where end_time_ < '2002-07-01'").update();
        this.office.jdbc().sql("delete from backoffice.enrolment").update();
        assertThat(this.office.lines("enrolments", "outcomes", "2001-11", "2002-06")).isEqualTo(before);
        assertThat(this.office.get(CaseList.class).find(CaseQuery.of(Subject.ENDED)).cases())
            .extracting(CaseRow::caseNumber)
            .containsExactly(number(8));
    }

    @Test
    void aMonthIsKeptAnHourAfterItIsOverAndNotBefore() {
        this.office.travelTo("2002-03-31T22:30");
        assertThat(this.office.lines("enrolments", "outcomes", "2002-03", "2002-03")).contains("2002-03 2 1 0 0 0");
        enrolment(9, "2002-03-01T10:00", "2002-03-31T21:58", Ending.LISTED);
        assertThat(this.office.lines("enrolments", "outcomes", "2002-03", "2002-03")).contains("2002-03 3 2 0 0 0");
        this.office.travelTo("2002-03-31T23:00");
        assertThat(this.office.lines("enrolments", "outcomes", "2002-03", "2002-03")).contains("2002-03 3 2 0 0 0");
        enrolment(10, "2002-03-01T10:00", "2002-03-31T21:58", Ending.LISTED);
        assertThat(this.office.lines("enrolments", "outcomes", "2002-03", "2002-03")).contains("2002-03 3 2 0 0 0");
    }

    @Test
    void monthsAreKeptAlsoWhereNobodyReadsReports() {
        this.office.get(MonthEnd.class).keep();
        assertThat(this.office.jdbc()
            .sql("select distinct month::text from backoffice.report_month where subject = 'ENDED' order by 1")
            .query(String.class)
            .list()).hasSize(8).startsWith("2001-11-01").endsWith("2002-06-01");
        this.office.get(MonthEnd.class).keep();
        assertThat(this.office.lines("enrolments", "outcomes", "2001-12", "2001-12")).contains("I alt 2 2 0 0 0");
    }

    @Test
    void timeGoesWhereCasesWait() {
        step(1, "receiveTask_awaitAnswer", "receiveTask", "2001-11-30T10:00", "2001-12-07T10:00");
        step(1, "userTask_reviewEnrolment", "userTask", "2001-12-07T10:00", "2001-12-10T10:00");
        step(2, "userTask_reviewEnrolment", "userTask", "2001-12-30T10:00", "2001-12-30T12:24");
        step(2, "serviceTask_listDomains", "serviceTask", "2001-12-30T12:24", "2001-12-31T22:59");
        step(4, "userTask_reviewEnrolment", "userTask", "2002-03-10T10:00", "2002-03-31T21:59");
        assertThat(this.office.lines("steps", "enrolment", "2001-12", "2001-12"))
            .containsExactly("Til søkeren svarer 1 69.3 7 7", "Vurder innmelding 2 30.7 0.1 3");
        assertThat(this.office.lines("steps", "cases", "2001-12", "2002-03")).containsExactly("Innmelding 4 1.5 21");
    }

    @Test
    void enrolmentsAreDeclinedForRequirementsAndNeverForWords() {
        this.history.declined(number(3), "2001-12-31T23:01", "5.1.5", "5.2.1");
        this.history.declined(number(8), "2002-07-10T10:00");
        Panel panel = this.office.panel("refusals", "requirements", "2001-12", "2002-07");
        assertThat(this.office.lines("refusals", "requirements", "2001-12", "2002-07")).containsExactly(
                "Ingen av kravene, bare saksbehandlers egne ord 1", "5.1.5 Samsvarserklæringen er gitt 1",
                "5.2.1 STARTTLS tilbys og virker 1");
        assertThat(panel.toString()).doesNotContain("Nordmann");
        assertThat(this.office.lines("refusals", "requirements", "2001-12", "2001-12")).isEmpty();
    }

    @Test
    void aFileIsWhatSpreadsheetsInNorwayWant() {
        listed(1, "2001-12-10T10:00");
        listed(2, "2001-12-31T22:59");
        Golden.assertMatches(PanelFile.of(this.office.panel("enrolments", "time", "2001-11", "2001-12")),
                "report/enrolments-time.csv");
    }

    private void enrolment(int number, String from, String until, Ending ending) {
        this.history.enrolment(number(number), from);
        this.history.ended("enrolment", number(number), from, until, ending.event());
    }

    private void step(int number, String activity, String type, String from, String until) {
        this.history.step("enrolment", number(number), activity, type, from, until);
    }

    private void listed(int number, String at) {
        this.history.published(number, number(number), at);
    }

    private static String number(int number) {
        return "TLS-2001-%05d".formatted(70000 + number);
    }

}
