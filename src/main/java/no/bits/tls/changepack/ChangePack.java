package no.bits.tls.changepack;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import no.bits.tls.domainlist.Difference;
import no.bits.tls.domainlist.Difference.Change;
import no.bits.tls.domainlist.DomainListVersion;
import no.bits.tls.domainlist.ListedDomain;
import no.bits.tls.identifier.DomainName;

/**
 * What changed on the Domain List for one participant, without its own domains.
 *
 * @param since the version that it last confirmed; 0 where it has confirmed none
 * @param version the newest version
 * @param parts what changed, each part with at least one row
 */
public record ChangePack(long since, DomainListVersion version, List<Part> parts) {

    static ChangePack of(long since, DomainListVersion version, Difference difference, Collection<DomainName> own) {
        Set<DomainName> hidden = Set.copyOf(own);
        Stream<Part> parts = Stream.of(new Part(Kind.ADDED, difference.added()), new Part(Kind.LEFT, difference.left()),
                new Part(Kind.TURNED_JA, turned(true, difference)),
                new Part(Kind.TURNED_NEI, turned(false, difference)));
        return new ChangePack(since, version,
                parts.map((part) -> part.without(hidden)).filter((part) -> !part.rows().isEmpty()).toList());
    }

    /** Whether it has confirmed no version yet, so that all of the list is new. */
    public boolean isFirst() {
        return this.since == 0;
    }

    /** Whether nothing changed for this participant. */
    public boolean isEmpty() {
        return this.parts.isEmpty();
    }

    private static List<ListedDomain> turned(boolean toJa, Difference difference) {
        return difference.changed()
            .stream()
            .filter((change) -> change.before().inboundEnforcement() != toJa)
            .map(Change::after)
            .filter((row) -> row.inboundEnforcement() == toJa)
            .toList();
    }

    /**
     * The domains to which the same happened.
     *
     * @param kind what happened to them
     * @param rows their rows, in the order of the list
     */
    public record Part(Kind kind, List<ListedDomain> rows) {

        private static final int MOST_TOLD = 20;

        /** The rows that a mail or page shows. */
        public List<ListedDomain> told() {
            return this.rows.stream().limit(MOST_TOLD).toList();
        }

        /** How many rows are not shown. */
        public int untold() {
            return Math.max(0, this.rows.size() - MOST_TOLD);
        }

        Part without(Set<DomainName> hidden) {
            return new Part(this.kind, this.rows.stream().filter((row) -> !hidden.contains(row.domain())).toList());
        }

    }

    /** What happened to a domain. */
    public enum Kind {

        /** It came. */
        ADDED("Nye på listen", "New on the list"),

        /** It is no longer there. */
        LEFT("Ikke lenger på listen", "No longer on the list"),

        /** It supports requirement 5.2.4 now. */
        TURNED_JA("Svarer nå Ja på krav 5.2.4", "Now answer Ja (yes) to requirement 5.2.4"),

        /** It no longer does. */
        TURNED_NEI("Svarer nå Nei på krav 5.2.4", "Now answer Nei (no) to requirement 5.2.4");

        private final String norwegian;

        private final String english;

        Kind(String norwegian, String english) {
            this.norwegian = norwegian;
            this.english = english;
        }

        /** A heading in Norwegian. */
        public String norwegian() {
            return this.norwegian;
        }

        /** A heading in English. */
        public String english() {
            return this.english;
        }

    }

}
