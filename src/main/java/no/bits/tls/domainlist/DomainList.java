package no.bits.tls.domainlist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.domainlist.DomainListRepository.Entry;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The published Domain List: every change is a new numbered version, and every version
 * can be asked for.
 */
@Service
public class DomainList {

    private static final DomainListVersion NONE = new DomainListVersion(0, Instant.EPOCH, 0,
            CsvFile.sha256Of(List.of()));

    private final DomainListRepository repository;

    private final Clock clock;

    DomainList(DomainListRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Publishes domains as a new version, in the caller's transaction; publications queue
     * for each other until it ends. Asked again for the same case and the same domains it
     * publishes nothing new.
     * @param caseNumber the case that approved them
     * @param domains the rows to add or to change, one for each domain
     * @return the version that has them
     */
    @Transactional
    public long publish(CaseNumber caseNumber, Collection<ListedDomain> domains) {
        this.repository.lock();
        List<Entry> entries = this.repository.entriesOfNowAnd(caseNumber);
        Set<ListedDomain> known = entries.stream().map(Entry::row).collect(Collectors.toSet());
        List<ListedDomain> news = domains.stream().filter((row) -> !known.contains(row)).toList();
        return news.isEmpty() ? versionWith(domains, entries) : replace(caseNumber, domainsOf(news), news, entries);
    }

    /**
     * Takes domains off the list as a new version, in the caller's transaction. Domains
     * that are not on the list are left alone.
     * @param caseNumber the case that approved it
     * @param domains the domains that leave
     * @return the version without them
     */
    @Transactional
    public long withdraw(CaseNumber caseNumber, Collection<DomainName> domains) {
        this.repository.lock();
        List<Entry> entries = this.repository.entriesOfNowAnd(caseNumber);
        Set<DomainName> leaving = rowsOfNow(entries).map(ListedDomain::domain)
            .filter(domains::contains)
            .collect(Collectors.toSet());
        return leaving.isEmpty() ? latest().number() : replace(caseNumber, leaving, List.of(), entries);
    }

    /**
     * The newest version.
     * @return its number and checksum; number 0 with no domains before the first
     * publication
     */
    public DomainListVersion latest() {
        return this.repository.latest().orElse(NONE);
    }

    /**
     * A version by its number.
     * @param number 1 for the first publication; 0 means the empty list before it
     * @return its time and checksum
     * @throws UnknownVersion if it was never published
     */
    public DomainListVersion find(long number) {
        return (number == 0) ? NONE
                : this.repository.find(number).orElseThrow(() -> UnknownVersion.numbered(number, latest().number()));
    }

    /** The rows of today's list, in its order. */
    public List<ListedDomain> current() {
        return version(latest().number());
    }

    /**
     * The rows of a version, in the order of the list.
     * @param number the version's number
     * @return its rows; none where the number is below 1, the newest where it is too
     * large
     */
    public List<ListedDomain> version(long number) {
        return ListOrder.of(this.repository.rowsOf(number));
    }

    /**
     * The list as it stood at a moment.
     * @param moment any moment
     * @return the rows of the newest version published until then
     */
    public List<ListedDomain> on(Instant moment) {
        return ListOrder.of(this.repository.rowsAt(moment));
    }

    /**
     * The list as it stood at the end of a day in Oslo.
     * @param date any day
     * @return the rows of the newest version published until midnight
     */
    public List<ListedDomain> on(LocalDate date) {
        return on(date.plusDays(1).atStartOfDay(OsloTime.ZONE).toInstant().minusSeconds(1));
    }

    /**
     * What changed from one version to another.
     * @param from the earlier version's number, 0 for the empty list
     * @param to the later version's number
     * @return what was added, left and changed
     */
    public Difference difference(long from, long to) {
        Map<Boolean, List<ListedDomain>> rows = this.repository.rowsOfOne(from, to);
        return Difference.between(rows.getOrDefault(true, List.of()), rows.getOrDefault(false, List.of()));
    }

    /**
     * The row of a domain on today's list.
     * @param domain exactly this domain, none above or below it
     * @return its row, or nothing
     */
    public Optional<ListedDomain> listed(DomainName domain) {
        return this.repository.rowOf(domain);
    }

    private long versionWith(Collection<ListedDomain> domains, List<Entry> entries) {
        Set<ListedDomain> asked = Set.copyOf(domains);
        return entries.stream()
            .filter((entry) -> asked.contains(entry.row()))
            .mapToLong(Entry::fromVersion)
            .max()
            .orElseGet(() -> latest().number());
    }

    private long replace(CaseNumber caseNumber, Set<DomainName> gone, List<ListedDomain> news, List<Entry> entries) {
        Stream<ListedDomain> kept = rowsOfNow(entries).filter((row) -> !gone.contains(row.domain()));
        List<ListedDomain> rows = Stream.concat(kept, news.stream()).toList();
        DomainListVersion version = after(latest(), rows);
        this.repository.insert(version, caseNumber);
        this.repository.close(gone, version.number());
        this.repository.insert(news, version.number());
        return version.number();
    }

    private DomainListVersion after(DomainListVersion latest, List<ListedDomain> rows) {
        Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new DomainListVersion(latest.number() + 1,
                now.isBefore(latest.publishedAt()) ? latest.publishedAt() : now, rows.size(),
                CsvFile.sha256Of(ListOrder.of(rows)));
    }

    private static Stream<ListedDomain> rowsOfNow(List<Entry> entries) {
        return entries.stream().filter(Entry::current).map(Entry::row);
    }

    private static Set<DomainName> domainsOf(List<ListedDomain> rows) {
        return rows.stream().map(ListedDomain::domain).collect(Collectors.toSet());
    }

}
