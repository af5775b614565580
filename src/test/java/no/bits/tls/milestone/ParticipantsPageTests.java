package no.bits.tls.milestone;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import no.bits.tls.Browser;
import no.bits.tls.TestPeople;
import no.bits.tls.participant.Participant;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

class ParticipantsPageTests extends MilestoneScene {

    @Test
    void findsWhoCallsAndBringsForwardWhatItWantsToAnswer() {
        Participant bank = this.listed.list();
        try (Browser browser = Browser.open()) {
            Page page = browser.logIn(this.port, "tasklist", TestPeople.STAFF);
            page.getByText("Deltakere", new Page.GetByTextOptions().setExact(true)).click();
            page.locator("#words").fill(bank.listedDomains().iterator().next().ascii());
            page.getByText("Finn", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("participant-standing")).containsText("+4722000000");
            page.locator("summary").click();
            page.getByText("Undersøk på nytt nå").click();
            assertThat(page.locator("domain-checks .UNKNOWN").first()).containsText("(MX: SERVFAIL).");
            assertThat(browser.barriers(page)).isEmpty();
            browser.screenshot(page, "participants");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Før inn svar")).click();
            assertThat(page.locator(".told")).containsText(caseOf(bank).value());
            awaitFollowUp(bank);
            assertThat(this.followUp.sheet(caseOf(bank))).returns(false, MilestoneSheet::overdue)
                .returns(false, MilestoneSheet::replied);
            assertThat(browser.errors()).allMatch((error) -> error.contains("/auth/user/"));
        }
    }

}
