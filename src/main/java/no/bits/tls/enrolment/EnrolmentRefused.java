package no.bits.tls.enrolment;

import no.bits.tls.workflow.CaseRefused;

/**
 * Something cannot be done with an enrolment as it stands; the message says what to do,
 * for staff.
 */
final class EnrolmentRefused extends CaseRefused {

    private EnrolmentRefused(String norwegian, String english) {
        super(norwegian, english);
    }

    static EnrolmentRefused notInReview(String caseNumber) {
        return new EnrolmentRefused("Sak %s er ikke til behandling nå, eller er alt avgjort.".formatted(caseNumber),
                "Case %s is not up for review now, or has already been decided.".formatted(caseNumber));
    }

    static EnrolmentRefused changedMeanwhile() {
        return new EnrolmentRefused(
                "Saken er endret etter at du åpnet den: et nytt svar er kommet, eller noen har lagret"
                        + " rettelser. Hent den på nytt og se hva som er nytt. Det du har skrevet, blir ikke borte.",
                "The case has changed since you opened it: a new answer has come, or somebody has saved"
                        + " corrections. Load it again and see what is new. What you have written will not be lost.");
    }

    static EnrolmentRefused nobodyToAsk() {
        return new EnrolmentRefused(
                "Vi har ingen adresse å skrive til: e-posten har ingen avsender som kan svares, og"
                        + " skjemaet ingen administrator. Skriv administratorens e-postadresse i skjemaet først.",
                "We have no address to write to: the e-mail has no sender who can be answered, and the form"
                        + " names no administrator. Write the administrator's e-mail address in the form first.");
    }

    static EnrolmentRefused nothingToAsk() {
        return new EnrolmentRefused("Kryss av minst ett punkt, eller skriv hva søkeren skal sende.",
                "Tick at least one point, or write what the applicant is to send.");
    }

    static EnrolmentRefused pointsGone() {
        return new EnrolmentRefused(
                "Funnene er ikke lenger de samme etter rettelsene dine. Lagre rettelsene, og velg"
                        + " punktene på nytt.",
                "The findings are no longer the same after your corrections. Save the corrections, and choose"
                        + " the points again.");
    }

    static EnrolmentRefused reasonNeeded(String norwegian, String english) {
        return new EnrolmentRefused("Skriv en begrunnelse: %s".formatted(norwegian),
                "Write a reason: %s".formatted(english));
    }

    static EnrolmentRefused cannotBeListed(String norwegian, String english) {
        return new EnrolmentRefused("Innmeldingen kan ikke føres opp slik den står. %s".formatted(norwegian),
                "The enrolment cannot be listed as it stands. %s".formatted(english));
    }

}
