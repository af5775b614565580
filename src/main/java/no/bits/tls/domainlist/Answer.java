package no.bits.tls.domainlist;

import java.util.Optional;

import no.bits.tls.identifier.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * What the list says to "may I send to ...?".
 *
 * @param verdict the answer
 * @param asked the domain that was understood, for people; else the question itself
 * @param row the row of the domain, or of the listed domain above it; null without one
 */
record Answer(Verdict verdict, String asked, @Nullable ListedDomain row) {

    /**
     * Answers for a domain, an address or a web address. A domain is listed by exactly
     * its own name, never by one above it.
     * @param question what somebody typed
     * @param edition the list
     * @return the answer, without the name before an {@code @}
     */
    static Answer to(String question, Edition edition) {
        return DomainName.parse(question)
            .map((domain) -> about(domain, edition))
            .orElseGet(() -> new Answer(Verdict.NO_DOMAIN, shortened(question.strip()), null));
    }

    private static Answer about(DomainName domain, Edition edition) {
        Optional<ListedDomain> listed = edition.listed(domain);
        Optional<ListedDomain> above = edition.listedAbove(domain);
        Verdict verdict = listed.isPresent() ? Verdict.LISTED
                : above.isPresent() ? Verdict.ONLY_ABOVE : Verdict.NOT_LISTED;
        return new Answer(verdict, domain.unicode(), listed.or(() -> above).orElse(null));
    }

    private static String shortened(String text) {
        return (text.length() > 80) ? text.substring(0, 80) + "…" : text;
    }

    /** Whether a domain is on the list. */
    enum Verdict {

        /** It is on the list. */
        LISTED,

        /** It is not, but a domain above it is: that does not count. */
        ONLY_ABOVE,

        /** It is not on the list. */
        NOT_LISTED,

        /** The question holds no domain. */
        NO_DOMAIN

    }

}
