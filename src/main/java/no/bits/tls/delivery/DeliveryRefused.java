package no.bits.tls.delivery;

import no.bits.tls.workflow.CaseNumber;

/**
 * Something cannot be done about an undelivered mail; the message says what to do, in
 * Norwegian, for staff.
 */
final class DeliveryRefused extends RuntimeException {

    private DeliveryRefused(String message) {
        super(message);
    }

    static DeliveryRefused notClaimed(CaseNumber caseNumber) {
        return new DeliveryRefused(
                "Oppgaven i sak %s er ikke din. Ta oppgaven («Claim») øverst og prøv igjen.".formatted(caseNumber));
    }

    static DeliveryRefused reasonNeeded() {
        return new DeliveryRefused("Skriv hvordan mottakeren er gitt beskjed, eller hvorfor det ikke trengs.");
    }

}
