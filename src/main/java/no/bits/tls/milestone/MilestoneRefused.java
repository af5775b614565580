package no.bits.tls.milestone;

import no.bits.tls.workflow.CaseRefused;

/**
 * Something cannot be done with a milestone as it stands; the message says what to do,
 * for staff.
 */
final class MilestoneRefused extends CaseRefused {

    private MilestoneRefused(String norwegian, String english) {
        super(norwegian, english);
    }

    static MilestoneRefused notOpen(Milestone milestone) {
        return new MilestoneRefused("Milepælen i sak %s er allerede besvart.".formatted(milestone.caseNumber()),
                "The milestone in case %s has already been answered.".formatted(milestone.caseNumber()));
    }

    static MilestoneRefused withoutWords() {
        return new MilestoneRefused("Skriv hvem du har snakket med eller hva som står i svaret. Det følger saken.",
                "Write whom you have spoken to or what the answer says. It stays with the case.");
    }

    static MilestoneRefused withoutMeans() {
        return new MilestoneRefused("Velg om du fikk svaret på telefon eller på e-post.",
                "Choose whether you got the answer by telephone or by e-mail.");
    }

    static MilestoneRefused withoutDate() {
        return new MilestoneRefused("Velg en dato fra og med i morgen. Da spør vi på nytt.",
                "Choose a date, tomorrow or later. We shall ask again then.");
    }

}
