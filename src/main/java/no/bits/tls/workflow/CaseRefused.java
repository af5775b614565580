package no.bits.tls.workflow;

/**
 * Something cannot be done about a case as it stands; the message says what to do, in
 * Norwegian, for staff, who get it as the answer (409) to what they tried.
 */
public class CaseRefused extends RuntimeException {

    /**
     * Refuses something.
     * @param message what stands in the way and what to do, in Norwegian
     */
    protected CaseRefused(String message) {
        super(message);
    }

    static CaseRefused notClaimed(CaseNumber caseNumber) {
        return new CaseRefused(
                "Oppgaven i sak %s er ikke din. Ta oppgaven («Claim») øverst og prøv igjen.".formatted(caseNumber));
    }

}
