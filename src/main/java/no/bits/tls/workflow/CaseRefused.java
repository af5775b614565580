package no.bits.tls.workflow;

/**
 * Something cannot be done about a case as it stands; the message says what to do, for
 * staff, who get it in their language as the answer (409) to what they tried.
 */
public class CaseRefused extends RuntimeException {

    private final String english;

    /**
     * Refuses something.
     * @param norwegian what stands in the way and what to do, in Norwegian; also the
     * message in logs
     * @param english the same in English
     */
    protected CaseRefused(String norwegian, String english) {
        super(norwegian);
        this.english = english;
    }

    static CaseRefused notClaimed(CaseNumber caseNumber) {
        return new CaseRefused(
                "Oppgaven i sak %s er ikke din. Ta oppgaven («Ta») øverst og prøv igjen.".formatted(caseNumber),
                "The task of case %s is not yours. Claim it at the top and try again.".formatted(caseNumber));
    }

    static CaseRefused notWaiting(CaseNumber caseNumber) {
        return new CaseRefused(
                "Sak %s venter ikke lenger: svaret er kommet, eller fristen er ute. Last oppgavelisten på nytt."
                    .formatted(caseNumber),
                "Case %s is not waiting any more: the answer has come, or its time is up. Load the task list again."
                    .formatted(caseNumber));
    }

    static CaseRefused takenBackWithoutReason() {
        return new CaseRefused("Skriv hvorfor saken tas tilbake, for eksempel hvem som ringte og hva som ble sagt.",
                "Write why the case is taken back, for example who called and what was said.");
    }

    /**
     * What to tell a person.
     * @param language the language that the person reads
     * @return what stands in the way and what to do
     */
    public String in(DeskLanguage language) {
        return language.of(String.valueOf(getMessage()), this.english);
    }

}
