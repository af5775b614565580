package no.bits.tls.delivery;

import java.util.UUID;

import com.microsoft.playwright.Page;
import no.bits.tls.Browser;
import no.bits.tls.Tasklist;
import no.bits.tls.participant.Participant;
import org.junit.jupiter.api.Test;

import static no.bits.tls.Patience.await;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The two forms about mail that does not arrive, as staff work with them in Tasklist. */
class DeliveryFormsTests extends LostContactScene {

    @Test
    void staffRegisterANewAddressForALostContact() {
        Participant bank = enrolled();
        String caseNumber = openedCase().value();
        String found = "post@" + this.domain;
        try (Browser browser = Browser.open()) {
            Page tasklist = opened(browser, "Å følge opp", caseNumber);
            assertThat(tasklist.locator(".desk .head")).containsText("Ingen nås på " + this.administrator);
            assertThat(tasklist.locator(".desk")).containsText("+4722000000");
            assertThat(tasklist.locator(".desk")).containsText("550 5.1.1 User unknown");
            tasklist.locator("#address").fill("ikke en adresse");
            tasklist.locator("#reason").fill("Ringte sentralbordet.");
            tasklist.getByText("Registrer ny adresse").click();
            assertThat(tasklist.locator(".desk .decide [role=alert]")).containsText("ikke en adresse");
            browser.screenshot(tasklist, "find-new-contact");
            tasklist.locator("#address").fill(found);
            tasklist.getByText("Registrer ny adresse").click();
            assertThat(Tasklist.card(tasklist, caseNumber)).hasCount(0);
        }
        await().untilAsserted(() -> assertThat(this.participants.find(bank.id()).orElseThrow().administratorEmail())
            .hasToString(found));
    }

    @Test
    void staffFollowUpAMailThatCameBack() {
        UUID mail = this.ours.sentTo(this.administrator);
        this.ours.reported(mail, "failed", "5.7.1", "550 5.7.1 blocked");
        String caseNumber = followUps().get(0);
        try (Browser browser = Browser.open()) {
            Page tasklist = opened(browser, "E-post å sortere og sende på nytt", caseNumber);
            assertThat(tasklist.locator(".desk .head")).containsText("E-posten kom i retur");
            assertThat(tasklist.locator(".desk q").first()).containsText("550 5.7.1 blocked");
            assertThat(tasklist.locator(".desk > div > one-mail")).containsText("Det er slik.");
            tasklist.locator(".buttons").getByText("Ordnet på annen måte").click();
            assertThat(tasklist.locator(".desk .decide [role=alert]"))
                .containsText("Skriv hvordan mottakeren er gitt beskjed");
            browser.screenshot(tasklist, "follow-up-mail");
            tasklist.getByText("Send på nytt").click();
            assertThat(Tasklist.card(tasklist, caseNumber)).hasCount(0);
        }
        await().until(() -> this.server.mailsTo(this.administrator).size() == 2);
    }

    private Page opened(Browser browser, String filter, String caseNumber) {
        Page tasklist = Tasklist.open(browser, this.port, filter);
        Tasklist.claim(tasklist, caseNumber);
        return tasklist;
    }

}
