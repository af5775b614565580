package no.bits.tls.errorreport;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseRefused;

/**
 * Something cannot be done with an error report as it stands; the message says what to
 * do, in Norwegian, for staff.
 */
final class ErrorReportRefused extends CaseRefused {

    private ErrorReportRefused(String message) {
        super(message);
    }

    static ErrorReportRefused notOpen(ErrorReport report) {
        return new ErrorReportRefused("Sak %s er kommet lenger: den er %s. Last oppgavelisten på nytt."
            .formatted(report.caseNumber(), report.state().norwegian()));
    }

    static ErrorReportRefused noDomain(String word) {
        return new ErrorReportRefused(
                "«%s» er ikke et domene. Skriv det som står etter @ i adressen, for eksempel fjordbanken.no."
                    .formatted(word.strip()));
    }

    static ErrorReportRefused nobodyToTell() {
        return new ErrorReportRefused(
                "Domenet står ikke på domenelisten, så det er ingen å gi beskjed til. Rett domenet, eller velg et annet svar.");
    }

    static ErrorReportRefused nobodyToAnswer() {
        return new ErrorReportRefused(
                "Den som meldte fra, har ingen adresse vi kan svare til. Gi deltakeren beskjed, eller slå sammen med en annen sak.");
    }

    static ErrorReportRefused withoutCase() {
        return new ErrorReportRefused(
                "Skriv nummeret på saken denne skal slås sammen med, for eksempel TLS-2026-00042.");
    }

    static ErrorReportRefused notToJoin(CaseNumber number) {
        return new ErrorReportRefused(
                "%s er ikke en annen åpen feilmelding. Velg en av sakene som er nevnt i skjemaet.".formatted(number));
    }

    static ErrorReportRefused withoutWords() {
        return new ErrorReportRefused("Skriv hvorfor. Det står i e-postene til dem som har meldt fra.");
    }

    static ErrorReportRefused nothingFails() {
        return new ErrorReportRefused(
                "Vi ser ikke selv at e-posttjenerne feiler, og da kan domenet ikke tas av listen. Undersøk dem på nytt, eller velg noe annet.");
    }

}
