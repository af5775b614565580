package no.bits.tls.enrolment;

import no.bits.tls.workflow.CaseRefused;

/**
 * Something cannot be done with an enrolment as it stands; the message says what to do,
 * in Norwegian, for staff.
 */
final class EnrolmentRefused extends CaseRefused {

    private EnrolmentRefused(String message) {
        super(message);
    }

    static EnrolmentRefused notInReview(String caseNumber) {
        return new EnrolmentRefused("Sak %s er ikke til behandling nå, eller er alt avgjort.".formatted(caseNumber));
    }

    static EnrolmentRefused changedMeanwhile() {
        return new EnrolmentRefused(
                "Saken er endret etter at du åpnet den: et nytt svar er kommet, eller noen har lagret"
                        + " rettelser. Hent den på nytt og se hva som er nytt. Det du har skrevet, blir ikke borte.");
    }

    static EnrolmentRefused nobodyToAsk() {
        return new EnrolmentRefused("Vi har ingen adresse å skrive til: e-posten har ingen avsender som kan svares, og"
                + " skjemaet ingen administrator. Skriv administratorens e-postadresse i skjemaet først.");
    }

    static EnrolmentRefused nothingToAsk() {
        return new EnrolmentRefused("Kryss av minst ett punkt, eller skriv hva søkeren skal sende.");
    }

    static EnrolmentRefused pointsGone() {
        return new EnrolmentRefused("Funnene er ikke lenger de samme etter rettelsene dine. Lagre rettelsene, og velg"
                + " punktene på nytt.");
    }

    static EnrolmentRefused reasonNeeded(String why) {
        return new EnrolmentRefused("Skriv en begrunnelse: %s".formatted(why));
    }

    static EnrolmentRefused cannotBeListed(String finding) {
        return new EnrolmentRefused("Innmeldingen kan ikke føres opp slik den står. %s".formatted(finding));
    }

}
