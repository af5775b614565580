package no.bits.tls.delivery;

import no.bits.tls.workflow.CaseRefused;

/**
 * Something cannot be done about an undelivered mail; the message says what to do, in
 * Norwegian, for staff.
 */
final class DeliveryRefused extends CaseRefused {

    private DeliveryRefused(String message) {
        super(message);
    }

    static DeliveryRefused waitsInTask(String caseNumber) {
        return new DeliveryRefused("E-posten venter i oppgaven i sak %s. Følg den opp der.".formatted(caseNumber));
    }

    static DeliveryRefused notInTrouble() {
        return new DeliveryRefused("E-posten er ikke i en tilstand der dette kan gjøres. Last siden på nytt.");
    }

    static DeliveryRefused reasonNeeded() {
        return new DeliveryRefused("Skriv hvordan mottakeren er gitt beskjed, eller hvorfor det ikke trengs.");
    }

}
