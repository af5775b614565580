package no.bits.tls.inbox;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseRefused;

/** A mail cannot be put to the case that somebody named. */
public final class CaseTakesNoMail extends CaseRefused {

    private CaseTakesNoMail(String norwegian, String english) {
        super(norwegian, english);
    }

    static CaseTakesNoMail of(CaseNumber caseNumber) {
        return new CaseTakesNoMail(
                "Sak %s finnes ikke, eller den er avsluttet. Se etter saksnummeret, eller velg noe annet."
                    .formatted(caseNumber),
                "Case %s does not exist, or it is closed. Check the case number, or choose something else."
                    .formatted(caseNumber));
    }

}
