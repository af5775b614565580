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

    static EnrolmentRefused reasonNeeded(String why) {
        return new EnrolmentRefused("Skriv en begrunnelse: %s".formatted(why));
    }

    static EnrolmentRefused cannotBeListed(String finding) {
        return new EnrolmentRefused("Innmeldingen kan ikke føres opp slik den står. %s".formatted(finding));
    }

}
