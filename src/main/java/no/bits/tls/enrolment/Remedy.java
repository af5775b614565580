package no.bits.tls.enrolment;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the applicant can do about a finding; what has none here is for staff alone, and
 * what has an empty sentence says it already.
 */
enum Remedy {

    DECLARATION_ATTACHED("Send vedlegg 1, utfylt og signert av IT-sjefen.",
            "Please send appendix 1, filled in and signed by the IT manager."),
    COMPANY_FORM_ATTACHED("Send vedlegg 2, utfylt.", "Please send appendix 2, filled in."),
    DOCUMENT_FOR_A_PERSON("Send det på nytt som docx, eller skriv opplysningene i e-posten.",
            "Please send it again as docx, or write what it says in the e-mail."),
    DOCUMENT_READABLE("", ""),
    ORGANISATION_NAMED("Oppgi navnet slik det står i Enhetsregisteret.",
            "Please give the name as it is registered in Enhetsregisteret, the Norwegian register of organisations."),
    ORGANISATION_NAMES_AGREE("Oppgi hvilket som er riktig.", "Please tell us which is right."),
    ORGANISATION_NUMBER_GIVEN("Oppgi nummeret, ni sifre.", "Please give the number, nine digits."),
    ORGANISATION_NUMBER_VALID("Oppgi det riktige nummeret.", "Please give the right number."),
    ORGANISATION_NUMBERS_AGREE("Oppgi hvilket som er riktig.", "Please tell us which is right."),
    DOMAIN_GIVEN("Oppgi alle domenene som skal stå på domenelisten.",
            "Please give all domains that shall be on the Domain List."),
    DOMAINS_VALID("Oppgi domenet slik det står etter krøllalfaen i e-postadressene.",
            "Please give the domain as it stands after the @ in the e-mail addresses."),
    DOMAINS_AGREE("Oppgi hvilke domener som skal stå på domenelisten.",
            "Please tell us which domains shall be on the Domain List."),
    DOMAIN_FREE("Oppgi et domene som er virksomhetens eget, eller forklar hvordan det henger sammen.",
            "Please give a domain of your own, or explain how this comes."),
    DOMAIN_NEW("Fortell hva dere ønsker å endre.", "Please tell us what you want to change."),
    ADMINISTRATOR_NAMED("Oppgi navnet.", "Please give the name."),
    ADMINISTRATOR_GIVEN("Oppgi en felles adresse, for eksempel tls@ eller postmaster@.",
            "Please give a generic address, for example tls@ or postmaster@."),
    ADMINISTRATOR_VALID("Oppgi en felles adresse, for eksempel tls@ eller postmaster@.",
            "Please give a generic address, for example tls@ or postmaster@."),
    ADMINISTRATOR_GENERIC("Oppgi en felles adresse.", "Please give such an address."),
    TECHNICAL_CONTACT_GIVEN("Oppgi adressen.", "Please give the address."),
    TECHNICAL_CONTACT_VALID("Oppgi den riktige adressen.", "Please give the right address."),
    TECHNICAL_PHONE_GIVEN("Oppgi nummeret, med landkode hvis det ikke er norsk.",
            "Please give the number, with its country code unless it is Norwegian."),
    ENROLMENT_DATE_GIVEN(
            "Oppgi datoen, for eksempel slik: 2026-11-03.", "Please give the date, for example like this: 2026-11-03."),
    ENROLMENT_DATE_VALID("", ""),
    DATE_UNAMBIGUOUS("Skriv året først, for eksempel slik: 2026-11-03.",
            "Please write the year first, for example like this: 2026-11-03."),
    INBOUND_ENFORCEMENT_ANSWERED("Svar Ja eller Nei.", "Please answer Ja (yes) or Nei (no)."),
    INBOUND_ENFORCEMENT_CLEAR("Svar Ja eller Nei.", "Please answer Ja (yes) or Nei (no)."),
    CONTACT_NAMED("Oppgi navnet.", "Please give the name."),
    CONTACT_REACHABLE("Oppgi adressen.", "Please give the address."),
    CONTACT_VALID("Oppgi den riktige adressen.", "Please give the right address."),
    DECLARATION_DATED("Send vedlegg 1 på nytt med dato.", "Please send appendix 1 again with a date."),
    DECLARATION_SIGNED("Send vedlegg 1 på nytt, signert av IT-sjefen.",
            "Please send appendix 1 again, signed by the IT manager."),
    NO_MACRO("Send skjemaet på nytt uten makroer.", "Please send the form again without macros."),
    NOTHING_EXTERNAL("Send skjemaet på nytt med all tekst i selve dokumentet.",
            "Please send the form again with all text in the document itself."),
    NOTHING_EMBEDDED("Send hver fil for seg.", "Please send each file on its own."), MAIL_SERVERS_USABLE("", ""),
    CERTIFICATE_TRUSTED("", ""), STARTTLS_OFFERED("", ""), TLS_VERSION_NEW("", ""), SERVER_NAME_CERTIFIED("", "");

    private final String norwegian;

    private final String english;

    Remedy(String norwegian, String english) {
        this.norwegian = norwegian;
        this.english = english;
    }

    static Optional<Remedy> of(EnrolmentRule rule) {
        return Arrays.stream(values()).filter((remedy) -> remedy.name().equals(rule.name())).findFirst();
    }

    String norwegian() {
        return this.norwegian;
    }

    String english() {
        return this.english;
    }

}
