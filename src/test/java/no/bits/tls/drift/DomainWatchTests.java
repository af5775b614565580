package no.bits.tls.drift;

import java.time.Duration;
import java.time.Instant;

import com.microsoft.playwright.Page;
import no.bits.tls.Browser;
import no.bits.tls.Tasklist;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.Quarter;
import no.bits.tls.tls.TestNetwork.Behaviour;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

class DomainWatchTests extends DriftScene {

    @Autowired
    DomainWatch watch;

    @Test
    void everyListedDomainIsLookedAtInTheNightBeforeAQuarter() {
        Instant before = this.clock.instant();
        Instant morning = OsloTime.morningOf(Quarter.of(OsloTime.today(this.clock)).next().firstWorkingDay());
        this.clock.forward(Duration.between(before, morning.minus(Duration.ofHours(8))));
        assertThat(routineLooks("report is not null")).isZero();
        this.clock.forward(Duration.ofHours(8));
        awaitLook(before);
        assertThat(routineLooks("report is not null")).isOne();
        assertThat(routineLooks("due_at is not null")).isOne();
    }

    @Test
    void aDomainThatWasListedBeforeWeCouldLookIsSeenInTheNextNight() {
        this.jdbc.sql("delete from domain_check where domain = ?").param(this.domain.ascii()).update();
        this.jdbc.sql("delete from watched_domain where domain = ?").param(this.domain.ascii()).update();
        Instant before = this.clock.instant();
        this.watch.watchListed();
        this.clock.forward(Duration.ofDays(1));
        awaitLook(before);
    }

    @Test
    void aDomainThatLeavesTheListIsNoLongerLookedAt() {
        String caseNumber = drifted();
        this.jdbc.sql("update participant_domain set state = 'LEFT' where domain = ?")
            .param(this.domain.ascii())
            .update();
        look();
        awaitEnd(caseNumber, "endEvent_driftMended");
        assertThat(routineLooks("due_at is not null")).isZero();
        assertThat(mailsToTechnician("er i orden")).isEmpty();
    }

    @Test
    void staffSeeWhatIsWrongAndWriteToBothContacts() {
        String caseNumber = drifted();
        this.clock.forward(Duration.ofDays(19));
        awaitClaimed(caseNumber, DriftProcess.FOLLOW_UP);
        String task = task(caseNumber, DriftProcess.FOLLOW_UP).orElseThrow().getId();
        try (Browser browser = Browser.open()) {
            Page page = Tasklist.open(browser, this.port, "Mine oppgaver");
            page.navigate(page.url().replaceFirst("#.*", "#/?task=" + task));
            assertThat(page.locator("domain-checks .FAIL").first()).containsText("tilbyr ikke STARTTLS");
            assertThat(page.locator("participant-standing")).containsText("+4722000000");
            assertThat(browser.barriers(page, ".desk")).isEmpty();
            browser.screenshot(page, "follow-up-drift");
            page.locator("#words").fill("Ola i driften retter det i kveld.");
            page.getByText("Skriv til begge og vent").click();
            awaitMail(this.bank, "Ikke rettet ennå");
        }
        mailServerIs(Behaviour.GOOD);
        look();
        awaitMail(this.bank, "er i orden");
    }

    private long routineLooks(String which) {
        return this.jdbc.sql("select count(*) from domain_check where domain = ? and reason = 'LIST' and " + which)
            .param(this.domain.ascii())
            .query(Long.class)
            .single();
    }

}
