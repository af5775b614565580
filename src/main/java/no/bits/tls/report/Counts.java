package no.bits.tls.report;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Figures as they were counted, to be picked from. */
record Counts(List<Count> all) {

    Counts in(Period period) {
        return only((count) -> !count.month().isBefore(period.from()) && !count.month().isAfter(period.until()));
    }

    Counts of(String... kinds) {
        return only((count) -> Set.of(kinds).contains(count.kind()));
    }

    Counts as(String... details) {
        return only((count) -> Set.of(details).contains(count.detail()));
    }

    long total() {
        return this.all.stream().mapToLong(Count::number).sum();
    }

    Spread spread() {
        Spread spread = new Spread();
        this.all.forEach((count) -> spread.add(count.spread()));
        return spread;
    }

    Set<String> kinds() {
        return distinct(Count::kind);
    }

    private Counts only(Predicate<Count> condition) {
        return new Counts(this.all.stream().filter(condition).toList());
    }

    private Set<String> distinct(Function<Count, String> word) {
        return this.all.stream().map(word).collect(Collectors.toUnmodifiableSet());
    }

}
