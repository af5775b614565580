package no.bits.tls.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the cases behind a figure, in the view that was counted. */
@Component
class CaseList {

    private static final int ROWS = 200;

    private static final String CASES = """
            select distinct on (case_number) *, (select string_agg(step, ' ') from backoffice.report_standing s
                where s.instance = c.instance) as steps
            from backoffice.report_case c where case_number in (:numbers) order by case_number, started_at desc""";

    private final JdbcClient jdbc;

    private final Terms terms;

    CaseList(JdbcClient jdbc, Terms terms) {
        this.jdbc = jdbc;
        this.terms = terms;
    }

    CasePage find(CaseQuery query) {
        List<Row> rows = rows(query);
        List<String> numbers = rows.stream().map(Row::caseNumber).distinct().toList();
        Map<String, CaseRow> known = known(numbers);
        List<CaseRow> cases = numbers.stream()
            .map((number) -> known.getOrDefault(number, CaseRow.forgotten(number)))
            .toList();
        return new CasePage(cases, (rows.size() < ROWS) ? null : query.after(rows.get(ROWS - 1)).toString());
    }

    private List<Row> rows(CaseQuery query) {
        return this.jdbc.sql("""
                select case_number, at from %s where %s
                order by at desc, case_number desc limit %d""".formatted(query.of().source(), query.condition(), ROWS))
            .params(query.parameters())
            .query((row, number) -> new Row(row.getString("case_number"), query.of().moment(row, "at")))
            .list();
    }

    private Map<String, CaseRow> known(List<String> numbers) {
        return numbers.isEmpty() ? Map.of()
                : this.jdbc.sql(CASES)
                    .param("numbers", numbers)
                    .query(this::read)
                    .list()
                    .stream()
                    .collect(Collectors.toMap(CaseRow::caseNumber, Function.identity()));
    }

    private CaseRow read(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        String steps = Objects.requireNonNullElse(row.getString("steps"), "");
        return new CaseRow(row.getString("case_number"), this.terms.kind(kind), state(row.getString("ending")),
                Subject.STARTED.moment(row, "started_at"), endOf(row),
                Stream.of(steps.split(" "))
                    .filter((step) -> !step.isEmpty())
                    .map((step) -> this.terms.step(kind, step))
                    .toList(),
                row.getString("instance"), row.getString("diagram"));
    }

    private static @Nullable Instant endOf(ResultSet row) throws SQLException {
        return (row.getObject("ended_at") != null) ? Subject.ENDED.moment(row, "ended_at") : null;
    }

    private static String state(String ending) {
        return ending.isEmpty() ? new Words("Åpen", "Open").say()
                : Ending.words(ending).orElse(new Words("Avsluttet", "Ended")).say();
    }

    /** A case as it stands in the view that was counted. */
    record Row(String caseNumber, Instant at) {
    }

}
