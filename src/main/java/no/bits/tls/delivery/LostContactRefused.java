package no.bits.tls.delivery;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.workflow.CaseRefused;

/**
 * Something cannot be done about a lost contact; the message says what to do, in
 * Norwegian, for staff.
 */
final class LostContactRefused extends CaseRefused {

    private LostContactRefused(String message) {
        super(message);
    }

    static LostContactRefused noNewAddress(String text) {
        return new LostContactRefused(
                "«%s» er ikke en ny e-postadresse. Skriv nøyaktig én adresse, og en annen enn den som ikke virker."
                    .formatted(text.strip()));
    }

    static LostContactRefused nobodysContact(EmailAddress address) {
        return new LostContactRefused(
                "%s er ikke lenger kontakt for noen deltaker. Velg «Ordnet på annen måte».".formatted(address));
    }

    static LostContactRefused reasonNeeded() {
        return new LostContactRefused("Skriv hvem du har snakket med, og hvorfor dette er riktig.");
    }

}
