package no.bits.tls.delivery;

import no.bits.tls.workflow.CaseRefused;

/**
 * Something cannot be done about an undelivered mail; the message says what to do, for
 * staff.
 */
final class DeliveryRefused extends CaseRefused {

    private DeliveryRefused(String norwegian, String english) {
        super(norwegian, english);
    }

    static DeliveryRefused waitsInTask(String caseNumber) {
        return new DeliveryRefused("E-posten venter i oppgaven i sak %s. Følg den opp der.".formatted(caseNumber),
                "The e-mail is waiting in the task of case %s. Follow it up there.".formatted(caseNumber));
    }

    static DeliveryRefused notInTrouble() {
        return new DeliveryRefused("E-posten er ikke i en tilstand der dette kan gjøres. Last siden på nytt.",
                "The e-mail is not in a state in which this can be done. Load the page again.");
    }

    static DeliveryRefused reasonNeeded() {
        return new DeliveryRefused("Skriv hvordan mottakeren er gitt beskjed, eller hvorfor det ikke trengs.",
                "Write how the recipient was told, or why that is not needed.");
    }

}
