package no.bits.tls.milestone;

import no.bits.tls.workflow.CaseRefused;

/**
 * Something cannot be done with a milestone as it stands; the message says what to do, in
 * Norwegian, for staff.
 */
final class MilestoneRefused extends CaseRefused {

    private MilestoneRefused(String message) {
        super(message);
    }

    static MilestoneRefused notOpen(Milestone milestone) {
        return new MilestoneRefused("Milepælen i sak %s er allerede besvart.".formatted(milestone.caseNumber()));
    }

    static MilestoneRefused withoutWords() {
        return new MilestoneRefused("Skriv hvem du har snakket med eller hva som står i svaret. Det følger saken.");
    }

    static MilestoneRefused withoutMeans() {
        return new MilestoneRefused("Velg om du fikk svaret på telefon eller på e-post.");
    }

    static MilestoneRefused withoutDate() {
        return new MilestoneRefused("Velg en dato fra og med i morgen. Da spør vi på nytt.");
    }

}
