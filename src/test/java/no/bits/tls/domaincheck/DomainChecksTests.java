package no.bits.tls.domaincheck;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

import no.bits.tls.ParticipantScene;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.tls.Outcome;
import no.bits.tls.tls.Requirement;
import no.bits.tls.tls.TestNetwork;
import no.bits.tls.tls.TestNetwork.Behaviour;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

class DomainChecksTests extends ParticipantScene {

    @Autowired
    DomainChecks checks;

    @Autowired
    DomainCheckRepository repository;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsOfEachRequirementWhatItSaw() {
        DomainName domain = domain("good-bank.example", Behaviour.GOOD);
        this.checks.askNow(domain, null);
        DomainCheck check = awaitAttempts(domain, 1);
        assertThat(check.isPending()).isFalse();
        for (Requirement requirement : Requirement.values()) {
            assertThat(Objects.requireNonNull(check.report()).outcome(requirement)).as(requirement.number())
                .isEqualTo(Outcome.PASS);
        }
    }

    @Test
    void doesNotCallADomainBadThatItCouldNotTest() {
        DomainName domain = new DomainName("dns-is-away.example");
        this.checks.askNow(domain, null);
        assertThat(Objects.requireNonNull(awaitAttempts(domain, 1).report()).worst()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void comesAgainAfterAQuarterOfAnHourAndAfterFourHours() {
        DomainName domain = domain("busy-bank.example", Behaviour.BUSY);
        this.checks.askNow(domain, null);
        DomainCheck first = awaitAttempts(domain, 1);
        assertThat(first.dueAt()).isEqualTo(Objects.requireNonNull(first.checkedAt()).plus(Duration.ofMinutes(15)));
        this.clock.forward(Duration.ofMinutes(15));
        DomainCheck second = awaitAttempts(domain, 2);
        assertThat(second.dueAt()).isEqualTo(Objects.requireNonNull(second.checkedAt()).plus(Duration.ofHours(4)));
        this.clock.forward(Duration.ofHours(4));
        DomainCheck third = awaitAttempts(domain, 3);
        assertThat(third.isPending()).isFalse();
        assertThat(Objects.requireNonNull(third.report()).worst()).isEqualTo(Outcome.RETRY);
    }

    @Test
    void takesOverWhatAnInstanceLeftThatGivesNoSignOfLife() {
        DomainName domain = domain("orphan-bank.example", Behaviour.GOOD);
        Instant now = this.clock.instant();
        this.jdbc.sql("""
                insert into domain_check (domain, reason, asked_at, due_at, leased_until)
                values (?, 'STAFF', ?, ?, ?)""")
            .params(domain.ascii(), now.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC),
                    now.plus(Duration.ofMinutes(30)).atOffset(ZoneOffset.UTC))
            .update();
        this.checks.askNow(domain("other-bank.example", Behaviour.GOOD), null);
        awaitAttempts(new DomainName("other-bank.example"), 1);
        assertThat(newest(domain).map(DomainCheck::attempts)).contains(0);
        this.clock.forward(Duration.ofMinutes(31));
        awaitAttempts(domain, 1);
    }

    @Test
    void looksAtOneDomainOnceHoweverOftenItIsAskedFor() {
        DomainName domain = domain("later-bank.example", Behaviour.GOOD);
        Instant tomorrow = this.clock.instant().plus(Duration.ofDays(1));
        this.checks.schedule(domain, tomorrow);
        this.checks.schedule(domain, tomorrow);
        this.clock.forward(Duration.ofDays(1).plusSeconds(1));
        awaitAttempts(domain, 1);
        assertThat(this.checks.of(domain)).hasSize(1);
    }

    /** In a transaction that nobody sees, long before all other checks. */
    @Test
    void whatAPersonWaitsForComesBeforeTheRoutine() {
        Instant then = Instant.parse("2000-01-03T00:00:00Z");
        this.transaction.executeWithoutResult((status) -> {
            status.setRollbackOnly();
            this.repository.insert(new DomainName("routine-bank.example"), Reason.LIST, null, then,
                    then.minusSeconds(60));
            this.repository.insert(new DomainName("urgent-bank.example"), Reason.STAFF, null, then, then);
            assertThat(claim(then, true)).contains("urgent-bank.example");
            assertThat(claim(then, false)).isEmpty();
            assertThat(claim(then, true)).contains("routine-bank.example");
        });
    }

    @Test
    void isShownToStaffWhoMayAskAgain() {
        DomainName domain = domain("staff-bank.example", Behaviour.WITHOUT_STARTTLS);
        WebSession staff = WebSession.of(this.port, TestPeople.STAFF, "tasklist");
        assertThat(staff.send("POST", "/desk/domain-checks", "{\"domain\":\"staff-bank.example\"}").statusCode())
            .isEqualTo(204);
        awaitAttempts(domain, 1);
        assertThat(staff.get("/desk/domain-checks/domains/staff-bank.example").body())
            .contains("Serveren tilbyr ikke STARTTLS", "mx.staff-bank.example", "\"outcome\":\"FAIL\"");
        assertThat(this.jdbc.sql("select outcomes ->> 'STARTTLS' from domain_check where domain = ?")
            .param(domain.ascii())
            .query(String.class)
            .single()).isEqualTo("FAIL");
        assertThat(staff.send("POST", "/desk/domain-checks", "{\"domain\":\"127.0.0.1\"}").statusCode()).isEqualTo(404);
        assertThat(WebSession.ofNobody(this.port).get("/desk/domain-checks/domains/staff-bank.example").statusCode())
            .isEqualTo(401);
    }

    private Optional<String> claim(Instant now, boolean routineToo) {
        return this.repository.claim(now, now.plusSeconds(60), routineToo).map((check) -> check.domain().ascii());
    }

    private DomainCheck awaitAttempts(DomainName domain, int attempts) {
        return await()
            .until(() -> newest(domain), (check) -> check.filter((one) -> one.attempts() == attempts).isPresent())
            .orElseThrow();
    }

    private Optional<DomainCheck> newest(DomainName domain) {
        return this.checks.of(domain).stream().reduce((older, newer) -> newer);
    }

    private static DomainName domain(String name, Behaviour behaviour) {
        TestNetwork.mailOf(name, behaviour);
        return new DomainName(name);
    }

}
