package no.bits.tls.triage;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What a person says a mail is. */
enum Sorting {

    /** An organisation asks to join: an enrolment starts from it. */
    ENROLMENT("enrolment", "En innmelding"),
    /** It belongs to a case that is there, which goes on with it. */
    REPLY(null, "Svar i en sak"),
    /** Mail to a participant fails. */
    ERROR_REPORT("errorReport", "En feilmelding"),
    /** Contacts, domains or a name change. */
    REGISTER_CHANGE("registerChange", "En endring"),
    /** A participant asks for the others' technical contacts. */
    CONTACT_LIST_REQUEST("contactListRequest", "Ønske om kontaktlisten"),
    /** A participant leaves. */
    WITHDRAWAL("withdrawal", "En utmelding"),
    /** Anything else that needs an answer. */
    QUESTION("enquiry", "Et spørsmål"),
    /** Whatever it is, the system shall try once more by itself. */
    TRY_AGAIN(null, "Prøv å lese den på nytt"),
    /** Nothing for us: it is kept, and nothing else happens. */
    NOTHING_FOR_US(null, "Ikke noe for oss");

    private final @Nullable String kind;

    private final String norwegian;

    Sorting(@Nullable String kind, String norwegian) {
        this.kind = kind;
        this.norwegian = norwegian;
    }

    /** What starts a case of this kind. */
    static Optional<Sorting> ofKind(String kind) {
        return Arrays.stream(values()).filter((sorting) -> kind.equals(sorting.kind)).findFirst();
    }

    /** The kind of case that starts, as the inbox knows it, if one does. */
    Optional<String> kind() {
        return Optional.ofNullable(this.kind);
    }

    /** Its name on a button. */
    String norwegian() {
        return this.norwegian;
    }

    boolean isForUs() {
        return this != NOTHING_FOR_US;
    }

}
