package no.bits.tls.document;

/** What the scheme's two forms ask for. */
public enum FormField {

    /** The organisation's name (both forms). */
    ORGANISATION,
    /** The organisation number, nine digits (both forms). */
    ORGANISATION_NUMBER,
    /** One mail domain in A-label form; a field of its own for each (both forms). */
    DOMAIN,
    /** Name of the administrator (company form). */
    ADMINISTRATOR_NAME,
    /** Address of the administrator (company form, requirement 5.3.2). */
    ADMINISTRATOR_EMAIL,
    /** Address of the technical contact (company form). */
    TECHNICAL_EMAIL,
    /** Telephone number of the technical contact, E.164 (company form). */
    TECHNICAL_PHONE,
    /** Date of enrolment, ISO (company form). */
    ENROLMENT_DATE,
    /**
     * Whether requirement 5.2.4, inbound enforcement, is supported: {@code Ja} or
     * {@code Nei} (company form).
     */
    INBOUND_ENFORCEMENT,
    /** Contact person for updates of the Domain List (declaration). */
    CONTACT_NAME,
    /** Address of the contact person (declaration). */
    CONTACT_EMAIL,
    /** Date of the declaration, ISO (declaration). */
    DECLARATION_DATE,
    /** Name of who signed (declaration). */
    SIGNATORY,
    /** Whether it is signed: {@code yes}, {@code no} or {@code unknown} (declaration). */
    SIGNATURE

}
