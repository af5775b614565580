package no.bits.tls.tls;

import java.util.List;

import no.bits.tls.calendar.Language;

/**
 * What was found of one requirement at one server, or at the domain as a whole.
 *
 * @param requirement the requirement that it concerns
 * @param finding the row of the verdict table
 * @param details what the sentence names: names, versions, dates as {@code 2026-11-03};
 * free of control characters
 */
public record Verdict(Requirement requirement, Finding finding, List<String> details) {

    public Verdict {
        details = List.copyOf(details);
    }

    static Verdict of(Requirement requirement, Finding finding, String... details) {
        return new Verdict(requirement, finding, List.of(details));
    }

    /** What it means. */
    public Outcome outcome() {
        return this.finding.outcome();
    }

    /**
     * The sentences for a mail to the server's administrator: what is so, and what to do.
     * @param language the reader's
     * @return one paragraph
     */
    public String sentence(Language language) {
        return this.finding.sentence(language, this.details);
    }

    /** The sentences in Norwegian (bokmål). */
    public String norwegian() {
        return sentence(Language.NORWEGIAN);
    }

    /** The sentences in English. */
    public String english() {
        return sentence(Language.ENGLISH);
    }

}
