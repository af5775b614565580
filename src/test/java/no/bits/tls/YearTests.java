package no.bits.tls;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import java.util.stream.Stream;

import no.bits.tls.YearPlan.Mail;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.Quarter;
import no.bits.tls.calendar.WorkingDays;
import no.bits.tls.domainlist.DomainList;
import no.bits.tls.domainlist.ListedDomain;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.participant.Participant;
import no.bits.tls.tls.TestNetwork;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A year in the life of 300 participants, each with habits of its own: every milestone on
 * its day, four reviews each, every reminder and escalation where it belongs, and not one
 * mail too many.
 */
@BackOfficeTest
@Import({ TestClock.class, ListedParticipants.class })
@TestPropertySource(properties = "spring.application.name=year")
@DirtiesContext
class YearTests {

    private static final int PARTICIPANTS = Integer.getInteger("year.participants", 300);

    private static final int DOMAINS_A_HOST = 10;

    private static final Pattern PAGE = Pattern.compile("(/tls/(?:milestone|review)/[0-9a-v]{39})");

    @Autowired
    TestClock.Movable clock;

    @Autowired
    ListedParticipants listed;

    @Autowired
    DomainList list;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final List<YearPlan> plans = new ArrayList<>();

    private WebSession everybody = WebSession.ofNobody(0);

    private WebSession staff = WebSession.ofNobody(0);

    @Test
    void everythingHappensOnItsDay() {
        this.everybody = WebSession.ofNobody(this.port);
        this.staff = WebSession.ofNobody(this.port);
        Quarter first = Quarter.of(OsloTime.today(this.clock)).next();
        LocalDate begin = WorkingDays.forward(first.firstWorkingDay().plusDays(1));
        travelTo(OsloTime.morningOf(begin));
        listEverybody(begin, first);
        LocalDate end = first.next().next().next().next().firstWorkingDay().plusDays(60);
        for (Instant due = nextDue(); due.isBefore(OsloTime.morningOf(end)); due = nextDue()) {
            travelTo(due);
            letEverybodyAct();
        }
        assertThat(this.runtime.createIncidentQuery().count()).isZero();
        assertThat(new TreeSet<>(mailsWritten())).isEqualTo(new TreeSet<>(mailsExpected()));
        assertThat(mailsWritten()).hasSameSizeAs(mailsExpected());
        assertTheListSaysWhatWasAnswered();
        assertTheLedgerIsRight();
        await().until(this::unsent, (count) -> count == 0);
    }

    private void listEverybody(LocalDate begin, Quarter first) {
        LocalDate lastDay = first.next().firstWorkingDay().minusMonths(1).minusDays(1);
        for (int i = 0; i < PARTICIPANTS; i++) {
            LocalDate enrolledOn = WorkingDays.back(begin.plusDays(i % 45));
            Participant participant = this.listed.list(enrolledOn.isAfter(lastDay) ? lastDay : enrolledOn);
            this.plans.add(new YearPlan(i, participant, first));
        }
        for (int i = 0; i < this.plans.size(); i++) {
            TestNetwork.mailOf("mx.hosting%d.example".formatted(i / DOMAINS_A_HOST), domainsOf(this.plans.get(i)));
        }
        awaitIdle();
    }

    private static List<String> domainsOf(YearPlan plan) {
        return plan.participant().listedDomains().stream().map(DomainName::ascii).toList();
    }

    /** When the engine has something to do next. */
    private Instant nextDue() {
        return this.jdbc.sql("""
                select min(duedate_) from act_ru_job where retries_ > 0
                    and handler_type_ not in ('history-cleanup')""")
            .query((row, number) -> row.getTimestamp(1).toInstant())
            .single();
    }

    private void travelTo(Instant moment) {
        Duration time = Duration.between(this.clock.instant(), moment).plusSeconds(30);
        this.clock.forward(time.isNegative() ? Duration.ZERO : time);
        awaitIdle();
    }

    private void awaitIdle() {
        await().until(() -> this.management.createJobQuery().executable().count(), (count) -> count == 0);
    }

    private void letEverybodyAct() {
        LocalDate today = OsloTime.today(this.clock);
        Map<Long, YearPlan> byId = new HashMap<>();
        this.plans.forEach((plan) -> byId.put(plan.participant().id(), plan));
        this.jdbc.sql("""
                select participant_id, case_number, 'milestone' as kind from milestone where state = 'OPEN'
                union all select participant_id, case_number, 'review' from quarterly_review where state = 'OPEN'
                order by 2""")
            .query((row, number) -> new Open(row.getLong(1), row.getString(2), row.getString(3)))
            .list()
            .forEach((open) -> {
                YearPlan plan = byId.get(open.participant());
                Map<String, String> answer = open.kind().equals("milestone") ? plan.answersMilestone(today)
                        : plan.confirms(today);
                if (!answer.isEmpty()) {
                    act(open, answer);
                }
            });
        awaitIdle();
    }

    private void act(Open open, Map<String, String> answer) {
        if (answer.containsKey("phone")) {
            recordByTelephone(open);
        }
        else {
            HttpResponse<String> answered = this.everybody.submit(pageOf(open), answer);
            assertThat(answered.statusCode()).as(answered.body()).isEqualTo(302);
        }
    }

    /** The page that the newest mail of the case leads to. */
    private String pageOf(Open open) {
        String body = this.jdbc.sql("select body from letter where case_number = ? order by created_at desc limit 1")
            .param(open.caseNumber())
            .query(String.class)
            .single();
        Matcher page = PAGE.matcher(body);
        return Optional.of(page).filter(Matcher::find).map((found) -> found.group(1)).orElseThrow();
    }

    private void recordByTelephone(Open open) {
        String task = this.jdbc.sql("""
                select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                where e.business_key_ = ?""").param(open.caseNumber()).query(String.class).single();
        this.staff = this.staff.get("/desk/standings/" + open.participant()).statusCode() == 200 ? this.staff
                : WebSession.of(this.port, TestPeople.STAFF, "tasklist");
        assertThat(this.staff
            .send("POST", "/camunda/api/engine/engine/default/task/%s/claim".formatted(task),
                    "{\"userId\":\"%s\"}".formatted(TestPeople.STAFF))
            .statusCode()).isEqualTo(204);
        boolean milestone = open.kind().equals("milestone");
        assertThat(this.staff
            .send("POST",
                    "/desk/%ss/%s/%s".formatted(open.kind(), open.caseNumber(), milestone ? "done" : "confirmation"),
                    "{\"means\":\"PHONE\",\"words\":\"Ringte dem.\",\"version\":%d}"
                        .formatted(this.list.latest().number()))
            .statusCode()).isEqualTo(204);
    }

    private List<Mail> mailsExpected() {
        return this.plans.stream().flatMap((plan) -> plan.mails().stream()).toList();
    }

    private List<Mail> mailsWritten() {
        return this.jdbc.sql("select purpose, recipient, created_at from letter")
            .query((row, number) -> new Mail(OsloTime.dateOf(row.getTimestamp("created_at").toInstant()),
                    row.getString("recipient"), row.getString("purpose")))
            .list();
    }

    private void assertTheListSaysWhatWasAnswered() {
        List<String> ja = this.list.current()
            .stream()
            .filter(ListedDomain::inboundEnforcement)
            .map(ListedDomain::organisation)
            .toList();
        assertThat(ja).containsExactlyInAnyOrderElementsOf(this.plans.stream()
            .filter(YearPlan::endsWithJa)
            .map((plan) -> plan.participant().organisation())
            .toList());
        assertThat(this.list.latest().number()).isEqualTo(PARTICIPANTS + ja.size());
    }

    private void assertTheLedgerIsRight() {
        for (YearPlan plan : this.plans) {
            assertThat(this.jdbc.sql("select count(*) from attestation where participant_id = ?")
                .param(plan.participant().id())
                .query(Integer.class)
                .single()).as(plan.participant().organisation()).isEqualTo(plan.attestations());
            assertThat(this.jdbc.sql("select count(*) from quarterly_review where participant_id = ?")
                .param(plan.participant().id())
                .query(Integer.class)
                .single()).isEqualTo(4);
        }
    }

    private long unsent() {
        return Stream.of("NEW", "RETRY", "CLAIMED", "HELD", "IN_DATA")
            .mapToLong((state) -> this.jdbc.sql("select count(*) from delivery where state = ?")
                .param(state)
                .query(Long.class)
                .single())
            .sum();
    }

    /** A case that waits for an answer. */
    private record Open(long participant, String caseNumber, String kind) {
    }

}
