package no.bits.tls.inbox;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseRefused;

/** A mail cannot be put to the case that somebody named. */
public final class CaseTakesNoMail extends CaseRefused {

    private CaseTakesNoMail(String message) {
        super(message);
    }

    static CaseTakesNoMail of(CaseNumber caseNumber) {
        return new CaseTakesNoMail(
                "Sak %s finnes ikke, eller den er avsluttet. Se etter saksnummeret, eller velg noe annet."
                    .formatted(caseNumber));
    }

}
