package no.bits.tls.errorreport;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseRefused;

/**
 * Something cannot be done with an error report as it stands; the message says what to
 * do, for staff.
 */
final class ErrorReportRefused extends CaseRefused {

    private ErrorReportRefused(String norwegian, String english) {
        super(norwegian, english);
    }

    static ErrorReportRefused notOpen(ErrorReport report) {
        return new ErrorReportRefused(
                "Sak %s er kommet lenger: den er %s. Last oppgavelisten på nytt.".formatted(report.caseNumber(),
                        report.state().norwegian()),
                "Case %s has moved on (%s). Load the task list again.".formatted(report.caseNumber(),
                        report.state().english()));
    }

    static ErrorReportRefused noDomain(String word) {
        return new ErrorReportRefused(
                "«%s» er ikke et domene. Skriv det som står etter @ i adressen, for eksempel fjordbanken.no."
                    .formatted(word.strip()),
                "“%s” is not a domain. Write what comes after the @ in the address, for example fjordbanken.no."
                    .formatted(word.strip()));
    }

    static ErrorReportRefused nobodyToTell() {
        return new ErrorReportRefused(
                "Domenet står ikke på domenelisten, så det er ingen å gi beskjed til. Rett domenet, eller velg et annet svar.",
                "The domain is not on the Domain List, so there is nobody to tell. Correct the domain, or"
                        + " choose another answer.");
    }

    static ErrorReportRefused nobodyToAnswer() {
        return new ErrorReportRefused(
                "Den som meldte fra, har ingen adresse vi kan svare til. Gi deltakeren beskjed, eller slå sammen med en annen sak.",
                "The reporter has no address that we can answer. Tell the participant, or merge this with another case.");
    }

    static ErrorReportRefused withoutCase() {
        return new ErrorReportRefused(
                "Skriv nummeret på saken denne skal slås sammen med, for eksempel TLS-2026-00042.",
                "Write the number of the case to merge this one with, for example TLS-2026-00042.");
    }

    static ErrorReportRefused notToJoin(CaseNumber number) {
        return new ErrorReportRefused(
                "%s er ikke en annen åpen feilmelding. Velg en av sakene som er nevnt i skjemaet.".formatted(number),
                "%s is not another open error report. Choose one of the cases named in the form.".formatted(number));
    }

    static ErrorReportRefused withoutWords() {
        return new ErrorReportRefused("Skriv hvorfor. Det står i e-postene til dem som har meldt fra.",
                "Write why. It goes into the e-mails to those who reported it.");
    }

    static ErrorReportRefused nothingFails() {
        return new ErrorReportRefused(
                "Vi ser ikke selv at e-posttjenerne feiler, og da kan domenet ikke tas av listen. Undersøk dem på nytt, eller velg noe annet.",
                "We do not see the mail servers fail ourselves, so the domain cannot be taken off the list."
                        + " Check them again, or choose something else.");
    }

}
