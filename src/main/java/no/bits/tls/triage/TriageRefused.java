package no.bits.tls.triage;

import no.bits.tls.workflow.CaseRefused;

/**
 * A mail cannot be sorted as asked; the message says what to do, in Norwegian, for staff.
 */
final class TriageRefused extends CaseRefused {

    private TriageRefused(String message) {
        super(message);
    }

    static TriageRefused withoutCase() {
        return new TriageRefused("Skriv saksnummeret som e-posten hører til, for eksempel TLS-2026-00042.");
    }

    static TriageRefused waitsInTask(String caseNumber) {
        return new TriageRefused("E-posten venter i oppgaven i sak %s. Sorter den der.".formatted(caseNumber));
    }

    static TriageRefused sortedAlready(String caseNumber) {
        return new TriageRefused("E-posten i sak %s er allerede sortert.".formatted(caseNumber));
    }

}
