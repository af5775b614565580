package no.bits.tls.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import no.bits.tls.workflow.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/**
 * Every report over 100,000 finished cases against the same over 1,000, as managers ask
 * for it: all three years that there are, the months that are over kept already. What it
 * costs to count them the first time stands beside it.
 */
final class ReportBenchmark {

    private static final int FEW = 1000;

    private static final int MANY = 100_000;

    private static final String FIRST = ", counting three years";

    private static final List<String> REPORTS = List.of("open-cases", "steps", "workload?span=NEXT_12_MONTHS",
            "enrolments", "refusals", "milestones", "reviews", "verdicts", "error-reports", "mails");

    private final BenchDatabase database;

    private final MailServers mail;

    ReportBenchmark(BenchDatabase database, MailServers mail) {
        this.database = database;
        this.mail = mail;
    }

    List<Comparison> run(int rounds) throws Exception {
        Times few = run(FEW, rounds);
        Times many = run(MANY, rounds);
        List<Comparison> results = new ArrayList<>();
        few.of
            .forEach((report, bare) -> results.add(new Comparison(report + ", ms, 100,000 finished cases against 1,000",
                    many.of(report), bare, report.endsWith(FIRST) ? "" : "≤ 10")));
        return results.stream().sorted(Comparator.comparing(Comparison::ratio)).toList();
    }

    private Times run(int cases, int rounds) throws Exception {
        try (Office office = Office.start(this.database, this.mail, "reports" + cases)) {
            fill(cases);
            employ(office.engine().getIdentityService());
            WebSession manager = WebSession.of(office.port(), TestPeople.MANAGER, "cockpit");
            Times times = new Times(new LinkedHashMap<>());
            paths().forEach((path) -> times.add(label(path) + FIRST, time(manager, path)));
            for (int i = -2 * rounds; i < 4 * rounds; i++) {
                for (String path : paths()) {
                    double taken = time(manager, path);
                    if (i >= 0) {
                        times.add(label(path), taken);
                    }
                }
            }
            System.out.printf("Reports, %d cases: %s%n", cases, times);
            return times;
        }
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>(REPORTS.stream()
            .map((report) -> "reports/" + report + (report.contains("?") ? "" : "?span=ALL"))
            .toList());
        paths.add("tiles");
        paths.add("cases?of=ENDED&kind=enrolment");
        return paths;
    }

    private static String label(String path) {
        return path.replaceFirst("^reports/", "report ").replaceFirst("\\?.*", "");
    }

    private void fill(int cases) throws Exception {
        String history = Files.readString(Path.of("src", "test", "resources", "bench", "history.sql"));
        try (Connection connection = this.database.connect("reports" + cases);
                Statement statement = connection.createStatement()) {
            statement.execute(history.replace(":cases", String.valueOf(cases)));
            statement.execute("vacuum analyze");
        }
    }

    private static void employ(IdentityService identities) {
        User user = identities.newUser(TestPeople.MANAGER);
        user.setPassword(TestPeople.MANAGER);
        identities.saveUser(user);
        identities.createMembership(TestPeople.MANAGER, Role.MANAGER.group());
    }

    private static double time(WebSession manager, String path) {
        long start = System.nanoTime();
        int status = manager.get("/desk/figures/" + path).statusCode();
        double taken = 1000 * Office.secondsSince(start);
        if (status != 200) {
            throw new IllegalStateException("%s answers %d".formatted(path, status));
        }
        return taken;
    }

    /** How long each report takes. */
    private record Times(Map<String, Figures> of) {

        void add(String report, double taken) {
            this.of.computeIfAbsent(report, (any) -> new Figures()).add(taken);
        }

        Figures of(String report) {
            return this.of.getOrDefault(report, new Figures());
        }

    }

}
