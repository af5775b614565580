package no.bits.tls;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Tasklist in a browser, as the member of staff {@link TestPeople#STAFF} uses it. */
public final class Tasklist {

    private static final String NEWEST_FIRST = "[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]";

    private Tasklist() {
    }

    /**
     * Logs in and opens a shared filter, newest tasks first: other tests leave theirs.
     * @param browser where
     * @param port of the back office
     * @param filter its name
     * @return the tab
     */
    public static Page open(Browser browser, int port, String filter) {
        Page page = browser.logIn(port, "tasklist", TestPeople.STAFF);
        page.evaluate("location.hash = '#/?sorting=' + encodeURIComponent('%s')".formatted(NEWEST_FIRST));
        page.getByText(filter).first().click();
        return page;
    }

    /**
     * Opens the one task of a case in the open filter and claims it.
     * @param page the tab
     * @param caseNumber which case
     */
    public static void claim(Page page, String caseNumber) {
        card(page, caseNumber).click();
        page.getByText("Ta oppgaven").first().click();
        assertThat(page.locator(".desk .decide :is(textarea, input, button)").first()).isEnabled();
    }

    /**
     * The task of a case as the open filter lists it.
     * @param page the tab
     * @param caseNumber which case
     * @return none where the case has no task there
     */
    public static Locator card(Page page, String caseNumber) {
        return page.locator("ol.tasks-list > .task", new Page.LocatorOptions().setHasText(caseNumber));
    }

}
