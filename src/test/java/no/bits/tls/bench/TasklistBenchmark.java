package no.bits.tls.bench;

import java.util.List;

import com.microsoft.playwright.Page;
import no.bits.tls.Browser;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import no.bits.tls.workflow.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;

/**
 * Tasklist's first page with 10,000 open tasks against the same with 100: in a browser
 * until the first task is there, and what the page asks the engine by itself.
 */
final class TasklistBenchmark {

    private static final int FEW = 100;

    private static final int MANY = 10_000;

    private static final String ENGINE = "/camunda/api/engine/engine/default/";

    private final BenchDatabase database;

    private final MailServers mail;

    TasklistBenchmark(BenchDatabase database, MailServers mail) {
        this.database = database;
        this.mail = mail;
    }

    List<Comparison> run(int rounds) throws Exception {
        Times few = run(FEW, rounds);
        Times many = run(MANY, rounds);
        return List.of(
                new Comparison("Tasklist's first page, ms, 10,000 tasks against 100", many.page(), few.page(), "≤ 2"),
                new Comparison("the engine's part of it, ms", many.engine(), few.engine(), ""));
    }

    private Times run(int tasks, int rounds) throws Exception {
        try (Office office = Office.start(this.database, this.mail, "tasklist" + tasks)) {
            office.list(tasks);
            office.openReviews(tasks);
            office.writeChangePacks(tasks);
            bringForward(office);
            employ(office.engine().getIdentityService());
            office.jdbc().sql("analyze").update();
            Times times = new Times(pages(office.port(), rounds), questions(office.port(), 2 * rounds));
            System.out.printf("Tasklist, %d tasks: %s%n", tasks, times);
            return times;
        }
    }

    /** Has every review followed up by a person. */
    private static void bringForward(Office office) {
        RuntimeService runtime = office.engine().getRuntimeService();
        List<String> cases = office.jdbc().sql("select case_number from quarterly_review").query(String.class).list();
        for (int i = 0; i < cases.size(); i += Office.BATCH) {
            List<String> some = cases.subList(i, Math.min(cases.size(), i + Office.BATCH));
            office.transaction()
                .executeWithoutResult(
                        (status) -> some.forEach((caseNumber) -> runtime.createMessageCorrelation("message_reviewReply")
                            .processInstanceBusinessKey(caseNumber)
                            .correlateExclusively()));
        }
    }

    private static void employ(IdentityService identities) {
        User user = identities.newUser(TestPeople.STAFF);
        user.setPassword(TestPeople.STAFF);
        identities.saveUser(user);
        identities.createMembership(TestPeople.STAFF, Role.STAFF.group());
    }

    private static Figures pages(int port, int rounds) {
        Figures times = new Figures();
        try (Browser browser = Browser.open()) {
            Page page = browser.logIn(port, "tasklist", TestPeople.STAFF);
            page.getByText("Å følge opp").first().click();
            awaitTasks(page);
            for (int i = -1; i < rounds; i++) {
                long start = System.nanoTime();
                page.reload();
                awaitTasks(page);
                if (i >= 0) {
                    times.add(1000 * Office.secondsSince(start));
                }
            }
        }
        return times;
    }

    private static void awaitTasks(Page page) {
        page.locator("ol.tasks-list > .task").first().waitFor();
    }

    /** The filters with their counts, and the first tasks of the longest. */
    private static Figures questions(int port, int rounds) {
        WebSession staff = WebSession.of(port, TestPeople.STAFF, "tasklist");
        String filters = staff.get(ENGINE + "filter?resourceType=Task&itemCount=false").body();
        String id = filters.replaceAll("(?s).*\\{\"id\":\"([^\"]+)\"[^{}]*\"name\":\"Å følge opp\".*", "$1");
        Figures times = new Figures();
        for (int i = -1; i < rounds; i++) {
            long start = System.nanoTime();
            succeed(staff.get(ENGINE + "filter?resourceType=Task&itemCount=true").statusCode());
            succeed(staff.send("POST", ENGINE + "filter/" + id + "/list?firstResult=0&maxResults=15", "{}")
                .statusCode());
            succeed(staff.send("POST", ENGINE + "filter/" + id + "/count", "{}").statusCode());
            if (i >= 0) {
                times.add(1000 * Office.secondsSince(start));
            }
        }
        return times;
    }

    private static void succeed(int status) {
        if (status != 200) {
            throw new IllegalStateException("The engine answered " + status);
        }
    }

    /**
     * How long it takes.
     *
     * @param page the page in a browser
     * @param engine its questions to the engine
     */
    private record Times(Figures page, Figures engine) {
    }

}
