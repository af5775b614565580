package no.bits.tls.domainlist;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The order of the Domain List: company name, then domain, as a Norwegian sorts them. */
final class ListOrder {

    private static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");

    private static final Comparator<Place> BY_PLACE = Comparator.comparing(Place::organisation)
        .thenComparing((place) -> place.row().organisation())
        .thenComparing(Place::domain)
        .thenComparing((place) -> place.row().domain());

    private ListOrder() {
    }

    /**
     * Sorts rows into the order of the list.
     * @param rows rows in any order
     * @return the same rows in theirs, whatever order they came in
     */
    static List<ListedDomain> of(Collection<ListedDomain> rows) {
        Collator collator = Collator.getInstance(NORWEGIAN);
        return rows.stream().map((row) -> Place.of(row, collator)).sorted(BY_PLACE).map(Place::row).toList();
    }

    /** A row with its sorting keys, computed once. */
    private record Place(CollationKey organisation, CollationKey domain, ListedDomain row) {

        static Place of(ListedDomain row, Collator collator) {
            return new Place(collator.getCollationKey(row.organisation()),
                    collator.getCollationKey(row.domain().unicode()), row);
        }

    }

}
