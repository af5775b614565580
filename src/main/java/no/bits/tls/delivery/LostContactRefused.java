package no.bits.tls.delivery;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.workflow.CaseRefused;

/**
 * Something cannot be done about a lost contact; the message says what to do, for staff.
 */
final class LostContactRefused extends CaseRefused {

    private LostContactRefused(String norwegian, String english) {
        super(norwegian, english);
    }

    static LostContactRefused noNewAddress(String text) {
        return new LostContactRefused(
                "«%s» er ikke en ny e-postadresse. Skriv nøyaktig én adresse, og en annen enn den som ikke virker."
                    .formatted(text.strip()),
                "“%s” is not a new e-mail address. Write exactly one, and not the one that does not work."
                    .formatted(text.strip()));
    }

    static LostContactRefused nobodysContact(EmailAddress address) {
        return new LostContactRefused(
                "%s er ikke lenger kontakt for noen deltaker. Velg «Ordnet på annen måte».".formatted(address),
                "%s is no longer a contact of any participant. Settle the task in another way.".formatted(address));
    }

    static LostContactRefused reasonNeeded() {
        return new LostContactRefused("Skriv hvem du har snakket med, og hvorfor dette er riktig.",
                "Write whom you have spoken to, and why this is right.");
    }

}
