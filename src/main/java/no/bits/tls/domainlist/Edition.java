package no.bits.tls.domainlist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import no.bits.tls.identifier.DomainName;

/**
 * One version of the Domain List with all its rows: it never changes.
 *
 * @param version its number, time and checksum
 * @param rows its rows, in the order of the list
 * @param byDomain the same rows by their domains
 */
record Edition(DomainListVersion version, List<ListedDomain> rows, Map<DomainName, ListedDomain> byDomain) {

    static Edition of(DomainListVersion version, List<ListedDomain> rows) {
        return new Edition(version, rows,
                rows.stream().collect(Collectors.toMap(ListedDomain::domain, Function.identity())));
    }

    /** The row of exactly this domain. */
    Optional<ListedDomain> listed(DomainName domain) {
        return Optional.ofNullable(this.byDomain.get(domain));
    }

    /** The row of the nearest domain above this one. */
    Optional<ListedDomain> listedAbove(DomainName domain) {
        String[] labels = domain.ascii().split("\\.");
        return IntStream.range(1, labels.length - 1)
            .mapToObj((first) -> String.join(".", List.of(labels).subList(first, labels.length)))
            .map((parent) -> listed(new DomainName(parent)))
            .flatMap(Optional::stream)
            .findFirst();
    }

    int pages(int rowsPerPage) {
        return Math.max(1, (this.rows.size() + rowsPerPage - 1) / rowsPerPage);
    }

    List<ListedDomain> page(int page, int rowsPerPage) {
        return this.rows.stream().skip((page - 1L) * rowsPerPage).limit(rowsPerPage).toList();
    }

}
