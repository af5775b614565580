package no.bits.tls.triage;

import java.util.Arrays;
import java.util.Optional;

import no.bits.tls.workflow.DeskLanguage;
import org.jspecify.annotations.Nullable;

/** What a person says a mail is. */
enum Sorting {

    /** An organisation asks to join: an enrolment starts from it. */
    ENROLMENT("enrolment", "En innmelding", "An enrolment"),
    /** It belongs to a case that is there, which goes on with it. */
    REPLY(null, "Svar i en sak", "An answer in a case"),
    /** Mail to a participant fails. */
    ERROR_REPORT("errorReport", "En feilmelding", "An error report"),
    /** Contacts, domains or a name change. */
    REGISTER_CHANGE("registerChange", "En endring", "A change"),
    /** A participant asks for the others' technical contacts. */
    CONTACT_LIST_REQUEST("contactListRequest", "Ønske om kontaktlisten", "A request for the contact list"),
    /** A participant leaves. */
    WITHDRAWAL("withdrawal", "En utmelding", "A withdrawal"),
    /** Anything else that needs an answer. */
    QUESTION("enquiry", "Et spørsmål", "A question"),
    /** Whatever it is, the system shall try once more by itself. */
    TRY_AGAIN(null, "Prøv å lese den på nytt", "Try to read it again"),
    /** Nothing for us: it is kept, and nothing else happens. */
    NOTHING_FOR_US(null, "Ikke noe for oss", "Nothing for us");

    private final @Nullable String kind;

    private final String norwegian;

    private final String english;

    Sorting(@Nullable String kind, String norwegian, String english) {
        this.kind = kind;
        this.norwegian = norwegian;
        this.english = english;
    }

    /** What starts a case of this kind. */
    static Optional<Sorting> ofKind(String kind) {
        return Arrays.stream(values()).filter((sorting) -> kind.equals(sorting.kind)).findFirst();
    }

    /** The kind of case that starts, as the inbox knows it, if one does. */
    Optional<String> kind() {
        return Optional.ofNullable(this.kind);
    }

    /** Its name on a button, in the language of the reader. */
    String label() {
        return DeskLanguage.ofReader().of(this.norwegian, this.english);
    }

    boolean isForUs() {
        return this != NOTHING_FOR_US;
    }

}
