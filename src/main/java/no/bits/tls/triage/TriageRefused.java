package no.bits.tls.triage;

import no.bits.tls.workflow.CaseNumber;

/**
 * A mail cannot be sorted as asked; the message says what to do, in Norwegian, for staff.
 */
final class TriageRefused extends RuntimeException {

    private TriageRefused(String message) {
        super(message);
    }

    static TriageRefused sortedAlready(String caseNumber) {
        return new TriageRefused("E-posten i sak %s er allerede sortert.".formatted(caseNumber));
    }

    static TriageRefused notClaimed(CaseNumber caseNumber) {
        return new TriageRefused(
                "Oppgaven i sak %s er ikke din. Ta oppgaven («Claim») øverst og prøv igjen.".formatted(caseNumber));
    }

}
