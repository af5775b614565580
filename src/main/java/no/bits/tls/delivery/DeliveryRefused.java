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

    static DeliveryRefused reasonNeeded() {
        return new DeliveryRefused("Skriv hvordan mottakeren er gitt beskjed, eller hvorfor det ikke trengs.");
    }

}
