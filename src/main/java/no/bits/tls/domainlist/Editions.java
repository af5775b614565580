package no.bits.tls.domainlist;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * What the pages and files read: published versions, kept in memory, since a published
 * version never changes. Only whether there is a newer one is asked each time.
 */
@Component
class Editions {

    private final DomainList list;

    private final List<ListFormat> formats;

    private final ConcurrentLruCache<DomainListVersion, Edition> editions = new ConcurrentLruCache<>(4, this::load);

    private final ConcurrentLruCache<Written, ListFile> files = new ConcurrentLruCache<>(8, this::write);

    Editions(DomainList list, List<ListFormat> formats) {
        this.list = list;
        this.formats = formats;
    }

    Edition latest() {
        return this.editions.get(this.list.latest());
    }

    /**
     * A version as a file.
     * @param name the file's name, for example {@code domains.csv}
     * @param number the version, or nothing for the newest
     * @return the file, or nothing where no format has this name
     * @throws UnknownVersion if the version was never published
     */
    Optional<ListFile> file(String name, Optional<Long> number) {
        return this.formats.stream()
            .filter((format) -> format.fileName().equals(name))
            .findFirst()
            .map((format) -> this.files
                .get(new Written(format, number.map(this.list::find).orElseGet(this.list::latest))));
    }

    private Edition load(DomainListVersion version) {
        return Edition.of(version, this.list.version(version.number()));
    }

    private ListFile write(Written file) {
        return ListFile.of(file.version(), file.format(), file.format().write(this.editions.get(file.version())));
    }

    /** Which file of which version. */
    private record Written(ListFormat format, DomainListVersion version) {
    }

}
