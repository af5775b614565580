package no.bits.tls.enrolment;

import no.bits.tls.document.Appendix;
import no.bits.tls.document.FormField;

/** What a field is called before staff, and the form that asks for it first. */
enum FieldLabel {

    ORGANISATION(FormField.ORGANISATION, Appendix.DECLARATION, "Virksomhet", "Organisation"),
    ORGANISATION_NUMBER(FormField.ORGANISATION_NUMBER, Appendix.COMPANY_FORM, "Organisasjonsnummer",
            "Organisation number"),
    DOMAIN(FormField.DOMAIN, Appendix.COMPANY_FORM, "Domener, ett på hver linje", "Domains, one on each line"),
    ENROLMENT_DATE(FormField.ENROLMENT_DATE, Appendix.COMPANY_FORM, "Innmeldingsdato (åååå-mm-dd)",
            "Date of enrolment (yyyy-mm-dd)"),
    INBOUND_ENFORCEMENT(FormField.INBOUND_ENFORCEMENT, Appendix.COMPANY_FORM, "Støtter krav 5.2.4",
            "Supports requirement 5.2.4"),
    ADMINISTRATOR_NAME(FormField.ADMINISTRATOR_NAME, Appendix.COMPANY_FORM, "Administrator, navn",
            "Administrator, name"),
    ADMINISTRATOR_EMAIL(FormField.ADMINISTRATOR_EMAIL, Appendix.COMPANY_FORM, "Administrator, e-post",
            "Administrator, e-mail"),
    TECHNICAL_EMAIL(FormField.TECHNICAL_EMAIL, Appendix.COMPANY_FORM, "Teknisk kontakt, e-post",
            "Technical contact, e-mail"),
    TECHNICAL_PHONE(FormField.TECHNICAL_PHONE, Appendix.COMPANY_FORM, "Teknisk kontakt, telefon",
            "Technical contact, telephone"),
    CONTACT_NAME(FormField.CONTACT_NAME, Appendix.DECLARATION, "Kontaktperson, navn", "Contact person, name"),
    CONTACT_EMAIL(FormField.CONTACT_EMAIL, Appendix.DECLARATION, "Kontaktperson, e-post", "Contact person, e-mail"),
    SIGNATORY(FormField.SIGNATORY, Appendix.DECLARATION, "Underskriver", "Signatory"),
    SIGNATURE(FormField.SIGNATURE, Appendix.DECLARATION, "Signert", "Signed"),
    DECLARATION_DATE(FormField.DECLARATION_DATE, Appendix.DECLARATION, "Erklæringens dato (åååå-mm-dd)",
            "Date of the declaration (yyyy-mm-dd)");

    private final FormField field;

    private final Appendix appendix;

    private final String norwegian;

    private final String english;

    FieldLabel(FormField field, Appendix appendix, String norwegian, String english) {
        this.field = field;
        this.appendix = appendix;
        this.norwegian = norwegian;
        this.english = english;
    }

    static FieldLabel of(FormField field) {
        return valueOf(field.name());
    }

    FormField field() {
        return this.field;
    }

    Appendix appendix() {
        return this.appendix;
    }

    String norwegian() {
        return this.norwegian;
    }

    String english() {
        return this.english;
    }

}
