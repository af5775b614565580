package no.bits.tls.delivery;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.participant.Participant;

/** What somebody is for a participant. */
enum ContactRole {

    ADMINISTRATOR("administrator", "administrator"),

    TECHNICAL("teknisk kontakt", "technical contact"),

    BOTH("administrator og teknisk kontakt", "administrator and technical contact"),

    NONE("ingen av kontaktene", "none of the contacts");

    private final String norwegian;

    private final String english;

    ContactRole(String norwegian, String english) {
        this.norwegian = norwegian;
        this.english = english;
    }

    static ContactRole of(EmailAddress address, Participant participant) {
        boolean administrator = participant.administratorEmail().sameAs(address);
        boolean technical = participant.technicalEmail().sameAs(address);
        if (administrator && technical) {
            return BOTH;
        }
        return administrator ? ADMINISTRATOR : technical ? TECHNICAL : NONE;
    }

    String norwegian() {
        return this.norwegian;
    }

    String english() {
        return this.english;
    }

}
