package no.bits.tls.triage;

import no.bits.tls.workflow.CaseRefused;

/** A mail cannot be sorted as asked; the message says what to do, for staff. */
final class TriageRefused extends CaseRefused {

    private TriageRefused(String norwegian, String english) {
        super(norwegian, english);
    }

    static TriageRefused withoutCase() {
        return new TriageRefused("Skriv saksnummeret som e-posten hører til, for eksempel TLS-2026-00042.",
                "Write the number of the case that the e-mail belongs to, for example TLS-2026-00042.");
    }

    static TriageRefused noAddress(String words) {
        return new TriageRefused(
                "«%s» er ikke en e-postadresse. Skriv en adresse der vi kan svare, for eksempel tls@fjordbanken.no."
                    .formatted(words.strip()),
                "“%s” is not an e-mail address. Write one at which we can answer, for example tls@fjordbanken.no."
                    .formatted(words.strip()));
    }

    static TriageRefused waitsInTask(String caseNumber) {
        return new TriageRefused("E-posten venter i oppgaven i sak %s. Sorter den der.".formatted(caseNumber),
                "The e-mail is waiting in the task of case %s. Sort it there.".formatted(caseNumber));
    }

    static TriageRefused sortedAlready(String caseNumber) {
        return new TriageRefused("E-posten i sak %s er allerede sortert.".formatted(caseNumber),
                "The e-mail in case %s has already been sorted.".formatted(caseNumber));
    }

}
