package no.bits.tls.domainlist;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import no.bits.tls.identifier.DomainName;

/**
 * What changed on the Domain List between two versions, each part in the order of the
 * list.
 *
 * @param added domains that only the later version has
 * @param left domains that only the earlier version has
 * @param changed domains of both with another company name, number, date or answer
 */
public record Difference(List<ListedDomain> added, List<ListedDomain> left, List<Change> changed) {

    static Difference between(Collection<ListedDomain> before, Collection<ListedDomain> after) {
        Map<DomainName, ListedDomain> old = byDomain(before);
        Map<DomainName, ListedDomain> now = byDomain(after);
        List<Change> changed = select(after,
                (row) -> old.containsKey(row.domain()) && !row.equals(old.get(row.domain())))
            .stream()
            .map((row) -> new Change(old.getOrDefault(row.domain(), row), row))
            .toList();
        return new Difference(select(after, (row) -> !old.containsKey(row.domain())),
                select(before, (row) -> !now.containsKey(row.domain())), changed);
    }

    private static List<ListedDomain> select(Collection<ListedDomain> rows, Predicate<ListedDomain> condition) {
        return ListOrder.of(rows.stream().filter(condition).toList());
    }

    private static Map<DomainName, ListedDomain> byDomain(Collection<ListedDomain> rows) {
        return rows.stream().collect(Collectors.toMap(ListedDomain::domain, Function.identity()));
    }

    /**
     * A domain whose row is another.
     *
     * @param before its row in the earlier version
     * @param after its row in the later version
     */
    public record Change(ListedDomain before, ListedDomain after) {
    }

}
