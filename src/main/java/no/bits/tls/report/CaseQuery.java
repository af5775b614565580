package no.bits.tls.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the cases behind a figure.
 *
 * @param of what was counted
 * @param kind which kind; nothing for any
 * @param detail which detail; nothing for any
 * @param from from when; nothing for ever
 * @param until until when; nothing for ever
 * @param before the last row of the page before: its time
 * @param beforeCase and its case
 */
record CaseQuery(@NotNull Subject of, @Nullable @Size(max = 100) String kind, @Nullable @Size(max = 100) String detail,
        @Nullable Instant from, @Nullable Instant until, @Nullable Instant before,
        @Nullable @Size(max = 100) String beforeCase) {

    static CaseQuery of(Subject subject) {
        return new CaseQuery(subject, null, null, null, null, null, null);
    }

    CaseQuery kind(String kind) {
        return new CaseQuery(this.of, kind, this.detail, this.from, this.until, this.before, this.beforeCase);
    }

    CaseQuery detail(String detail) {
        return new CaseQuery(this.of, this.kind, detail, this.from, this.until, this.before, this.beforeCase);
    }

    CaseQuery in(Period period) {
        return between(period.start(), period.end());
    }

    CaseQuery between(@Nullable Instant from, @Nullable Instant until) {
        return new CaseQuery(this.of, this.kind, this.detail, from, until, this.before, this.beforeCase);
    }

    /** Asks for what follows a row. */
    CaseQuery after(CaseList.Row row) {
        return new CaseQuery(this.of, this.kind, this.detail, this.from, this.until, row.at(), row.caseNumber());
    }

    /** Which rows of the view to take. */
    String condition() {
        StringJoiner condition = new StringJoiner(" and ");
        condition.add("case_number is not null");
        add(condition, "kind = :kind", this.kind);
        add(condition, "detail = :detail", this.detail);
        add(condition, "at >= :from", this.from);
        add(condition, "at < :until", this.until);
        add(condition, "(at, case_number) < (:before, :beforeCase)", this.before);
        return condition.toString();
    }

    /** The values that the condition names. */
    Map<String, Object> parameters() {
        Map<String, Object> values = new HashMap<>();
        Optional.ofNullable(this.kind).ifPresent((value) -> values.put("kind", value));
        Optional.ofNullable(this.detail).ifPresent((value) -> values.put("detail", value));
        Optional.ofNullable(this.from).ifPresent((moment) -> values.put("from", this.of.moment(moment)));
        Optional.ofNullable(this.until).ifPresent((moment) -> values.put("until", this.of.moment(moment)));
        Optional.ofNullable(this.before).ifPresent((moment) -> values.put("before", this.of.moment(moment)));
        values.put("beforeCase", Objects.requireNonNullElse(this.beforeCase, ""));
        return values;
    }

    /** As a query of an address. */
    @Override
    public String toString() {
        StringJoiner query = new StringJoiner("&");
        add(query, "of=" + this.of, this.of);
        add(query, "kind=" + encoded(this.kind), this.kind);
        add(query, "detail=" + encoded(this.detail), this.detail);
        add(query, "from=" + this.from, this.from);
        add(query, "until=" + this.until, this.until);
        add(query, "before=" + this.before, this.before);
        add(query, "beforeCase=" + encoded(this.beforeCase), this.beforeCase);
        return query.toString();
    }

    private static void add(StringJoiner parts, String part, @Nullable Object value) {
        if (value != null) {
            parts.add(part);
        }
    }

    private static String encoded(@Nullable String value) {
        return (value != null) ? URLEncoder.encode(value, StandardCharsets.UTF_8) : "";
    }

}
