package no.bits.tls.enrolment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.bits.tls.document.Appendix;
import no.bits.tls.document.DocumentReading.Code;
import no.bits.tls.document.DocumentReading.Kind;
import no.bits.tls.document.FormField;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.identifier.OrganisationNumber;
import no.bits.tls.tls.Requirement;
import org.jspecify.annotations.Nullable;

import static no.bits.tls.enrolment.Severity.INFO;
import static no.bits.tls.enrolment.Severity.MANDATORY;
import static no.bits.tls.enrolment.Severity.WARNING;

/**
 * What an enrolment is held against: each rule with the requirement of the scheme that it
 * stems from, what it looks for, and the sentence that staff read and that goes into a
 * reply.
 */
enum EnrolmentRule {

    DECLARATION_ATTACHED("5.1.5", MANDATORY, null, "Vedlegg 1, samsvarserklæringen, mangler.",
            "Appendix 1, the declaration of conformity, is missing.", (file) -> when(file.lacks(Appendix.DECLARATION))),
    COMPANY_FORM_ATTACHED("5.1.4", MANDATORY, null, "Vedlegg 2, opplysninger om virksomheten, mangler.",
            "Appendix 2, the information about the business, is missing.",
            (file) -> when(file.lacks(Appendix.COMPANY_FORM))),
    DOCUMENT_FOR_A_PERSON("5.1.4", WARNING, null, "«%s» kan ikke leses maskinelt og må leses av et menneske.",
            "“%s” cannot be read by machine and has to be read by a person.",
            (file) -> file.documents(Kind.FOR_A_PERSON).map(AttachedDocument::fileName)),
    DOCUMENT_READABLE("5.1.4", MANDATORY, null, "«%s» kan ikke åpnes. Send skjemaet på nytt, for eksempel som docx.",
            "“%s” cannot be opened. Please send the form again, for example as docx.",
            (file) -> file.documents(Kind.UNREADABLE).map(AttachedDocument::fileName)),

    ORGANISATION_NAMED("5.1.4", MANDATORY, FormField.ORGANISATION, "Navnet på virksomheten mangler.",
            "The name of the organisation is missing.", (file) -> missing(file, FormField.ORGANISATION)),
    ORGANISATION_NAMES_AGREE("5.1.4", WARNING, FormField.ORGANISATION,
            "Vedlegg 1 og vedlegg 2 har ulike navn på virksomheten: %s.",
            "Appendix 1 and appendix 2 name the organisation differently: %s.",
            (file) -> file.disagreement(FormField.ORGANISATION)),
    ORGANISATION_NUMBER_GIVEN("5.1.4", MANDATORY, FormField.ORGANISATION_NUMBER, "Organisasjonsnummeret mangler.",
            "The organisation number is missing.",
            (file) -> file.disagreement(FormField.ORGANISATION_NUMBER).findAny().isPresent() ? Stream.empty()
                    : missing(file, FormField.ORGANISATION_NUMBER)),
    ORGANISATION_NUMBER_VALID("5.1.4", MANDATORY, FormField.ORGANISATION_NUMBER,
            "%s er ikke et gyldig organisasjonsnummer: kontrollsifferet stemmer ikke, eller det har ikke ni sifre.",
            "%s is not a valid organisation number: its check digit is wrong, or it does not have nine digits.",
            (file) -> unless(file, FormField.ORGANISATION_NUMBER,
                    (text) -> OrganisationNumber.parse(text).isPresent())),
    ORGANISATION_NUMBERS_AGREE("5.1.4", MANDATORY, FormField.ORGANISATION_NUMBER,
            "Vedlegg 1 og vedlegg 2 har ulike organisasjonsnumre: %s.",
            "Appendix 1 and appendix 2 have different organisation numbers: %s.",
            (file) -> file.lacks(FormField.ORGANISATION_NUMBER) ? file.disagreement(FormField.ORGANISATION_NUMBER)
                    : Stream.empty()),

    DOMAIN_GIVEN("5.1.4", MANDATORY, FormField.DOMAIN, "Det er ikke oppgitt noe domene.", "No domain is given.",
            (file) -> missing(file, FormField.DOMAIN)),
    DOMAINS_VALID("5.1.4", MANDATORY, FormField.DOMAIN, "«%s» er ikke et gyldig e-postdomene.",
            "“%s” is not a valid mail domain.",
            (file) -> file.form().domainLines().filter((line) -> DomainName.parse(line).isEmpty())),
    DOMAINS_AGREE("5.1.4", WARNING, FormField.DOMAIN, "Vedlegg 1 og vedlegg 2 har ulike domener: %s.",
            "Appendix 1 and appendix 2 have different domains: %s.", (file) -> file.disagreement(FormField.DOMAIN)),
    DOMAIN_FREE("5.1.4", MANDATORY, FormField.DOMAIN, "Domenet %s står på listen for en annen virksomhet.",
            "The domain %s is on the list for another organisation.",
            (file) -> file.listedForOther().map(DomainName::unicode)),
    DOMAIN_NEW("5.1.4", WARNING, FormField.DOMAIN, "Domenet %s står allerede på listen for denne virksomheten.",
            "The domain %s is on the list for this organisation already.",
            (file) -> file.listedAlready().map(DomainName::unicode)),

    ADMINISTRATOR_NAMED("5.3.2", WARNING, FormField.ADMINISTRATOR_NAME, "Navnet på administratoren mangler.",
            "The name of the administrator is missing.", (file) -> missing(file, FormField.ADMINISTRATOR_NAME)),
    ADMINISTRATOR_GIVEN("5.3.2", MANDATORY, FormField.ADMINISTRATOR_EMAIL,
            "E-postadressen til administratoren mangler.", "The administrator's e-mail address is missing.",
            (file) -> missing(file, FormField.ADMINISTRATOR_EMAIL)),
    ADMINISTRATOR_VALID("5.3.2", MANDATORY, FormField.ADMINISTRATOR_EMAIL,
            "«%s» er ikke en e-postadresse vi kan bruke for administratoren.",
            "“%s” is not an e-mail address that we can use for the administrator.",
            (file) -> unlessAddress(file, FormField.ADMINISTRATOR_EMAIL)),
    ADMINISTRATOR_GENERIC("5.3.2", WARNING, FormField.ADMINISTRATOR_EMAIL,
            "Administratoradressen %s ser personlig ut. Kravet er en felles adresse, for eksempel tls@ eller postmaster@.",
            "The administrator address %s looks like a person's own. The requirement is a generic address, "
                    + "for example tls@ or postmaster@.",
            EnrolmentRule::personalAdministrator),
    TECHNICAL_CONTACT_GIVEN("5.1.6", MANDATORY, FormField.TECHNICAL_EMAIL,
            "E-postadressen til teknisk kontakt mangler.", "The technical contact's e-mail address is missing.",
            (file) -> missing(file, FormField.TECHNICAL_EMAIL)),
    TECHNICAL_CONTACT_VALID("5.1.6", MANDATORY, FormField.TECHNICAL_EMAIL,
            "«%s» er ikke en e-postadresse vi kan bruke for teknisk kontakt.",
            "“%s” is not an e-mail address that we can use for the technical contact.",
            (file) -> unlessAddress(file, FormField.TECHNICAL_EMAIL)),
    TECHNICAL_PHONE_GIVEN("5.1.4", MANDATORY, FormField.TECHNICAL_PHONE, "Telefonnummeret til teknisk kontakt mangler.",
            "The technical contact's telephone number is missing.", (file) -> missing(file, FormField.TECHNICAL_PHONE)),

    ENROLMENT_DATE_GIVEN("5.1.4", MANDATORY, FormField.ENROLMENT_DATE, "Innmeldingsdatoen mangler.",
            "The date of enrolment is missing.", (file) -> missing(file, FormField.ENROLMENT_DATE)),
    ENROLMENT_DATE_VALID("5.1.4", MANDATORY, FormField.ENROLMENT_DATE,
            "«%s» er ikke en dato. Skriv den som 2026-11-03.", "“%s” is not a date. Please write it as 2026-11-03.",
            (file) -> unless(file, FormField.ENROLMENT_DATE, FormDate::isDate)),
    DATE_UNAMBIGUOUS("5.1.4", WARNING, FormField.ENROLMENT_DATE, "Datoen kan leses på to måter (%s).",
            "The date can be read in two ways (%s).", (file) -> file.remarked(Code.AMBIGUOUS_DATE)),
    INBOUND_ENFORCEMENT_ANSWERED("5.2.4", MANDATORY, FormField.INBOUND_ENFORCEMENT,
            "Det er ikke svart Ja eller Nei på om krav 5.2.4 støttes.",
            "Whether requirement 5.2.4 is supported is not answered with yes or no.",
            (file) -> missing(file, FormField.INBOUND_ENFORCEMENT)),
    INBOUND_ENFORCEMENT_CLEAR("5.2.4", WARNING, FormField.INBOUND_ENFORCEMENT,
            "Svaret på krav 5.2.4 kan ikke tolkes (%s).", "The answer to requirement 5.2.4 cannot be understood (%s).",
            (file) -> file.remarked(Code.INBOUND_ENFORCEMENT_UNCLEAR)),

    CONTACT_NAMED("5.1.5", MANDATORY, FormField.CONTACT_NAME,
            "Kontaktpersonen for oppdatering av domenelisten mangler i vedlegg 1.",
            "The contact person for updates of the Domain List is missing in appendix 1.",
            (file) -> missing(file, FormField.CONTACT_NAME)),
    CONTACT_REACHABLE("5.1.5", MANDATORY, FormField.CONTACT_EMAIL,
            "E-postadressen til kontaktpersonen mangler i vedlegg 1.",
            "The contact person's e-mail address is missing in appendix 1.",
            (file) -> missing(file, FormField.CONTACT_EMAIL)),
    CONTACT_VALID("5.1.5", MANDATORY, FormField.CONTACT_EMAIL,
            "«%s» er ikke en e-postadresse vi kan bruke for kontaktpersonen.",
            "“%s” is not an e-mail address that we can use for the contact person.",
            (file) -> unlessAddress(file, FormField.CONTACT_EMAIL)),
    DECLARATION_DATED("5.1.5", MANDATORY, FormField.DECLARATION_DATE, "Datoen på samsvarserklæringen mangler.",
            "The date of the declaration of conformity is missing.",
            (file) -> missing(file, FormField.DECLARATION_DATE)),
    DECLARATION_SIGNED("5.1.5", MANDATORY, FormField.SIGNATURE, "Samsvarserklæringen er ikke signert.",
            "The declaration of conformity is not signed.", (file) -> when(isSigned(file, "no"))),
    SIGNATURE_VERIFIED("5.1.5", INFO, FormField.SIGNATURE,
            "Signaturen er skrevet med tastatur. Vurder om avsenderen er IT-sjefen.",
            "The signature is typed. Consider whether the sender is the IT manager.",
            (file) -> when(isSigned(file, "unknown"))),

    ANSWER_VERIFIED("5.1.5", WARNING, null,
            "Et svar er kanskje ikke fra søkeren, og har derfor ikke endret noe i skjemaet (%s). Les det nederst.",
            "An answer may not be the applicant's and has therefore changed nothing in the form (%s)."
                    + " Read it at the bottom.",
            (file) -> file.unverified().stream()),
    ANSWER_IN_WORDS("5.1.4", WARNING, null, "%s har svart med egne ord. Les svaret nederst og rett skjemaet etter det.",
            "%s has answered in words. Read the answer at the bottom and correct the form by it.",
            (file) -> file.inWords().stream()),
    SENDER_KNOWN("5.1.5", INFO, null, "Avsenderen %s hører ikke til noen av domenene i innmeldingen.",
            "The sender %s does not belong to any of the domains enrolled.", CaseFile::senderOutsideDomains),
    NO_MACRO("5.1.4", WARNING, null, "Vedlegget inneholder en makro (%s). Den er ikke kjørt.",
            "The attachment holds a macro (%s). It was not run.", (file) -> file.remarked(Code.MACRO)),
    NOTHING_EXTERNAL("5.1.4", WARNING, null, "Vedlegget viser til noe utenfor seg selv (%s). Det er ikke hentet.",
            "The attachment refers to something outside itself (%s). It was not fetched.",
            (file) -> file.remarked(Code.EXTERNAL_REFERENCE)),
    NOTHING_EMBEDDED("5.1.4", WARNING, null, "Vedlegget har en annen fil inni seg (%s).",
            "The attachment holds another file (%s).", (file) -> file.remarked(Code.EMBEDDED_OBJECT)),
    CHANGES_ACCEPTED("5.1.4", INFO, null, "Dokumentet har sporede endringer (%s). Det er lest som om de er godtatt.",
            "The document has tracked changes (%s). It was read as if they were accepted.",
            (file) -> file.remarked(Code.TRACKED_CHANGES)),

    MAIL_SERVERS_USABLE("5.1.1", MANDATORY, null, "%s", "%s", (file) -> file.faults(Requirement.MAIL_SERVERS)),
    CERTIFICATE_TRUSTED("5.1.2", MANDATORY, null, "%s", "%s", (file) -> file.faults(Requirement.TRUSTED_CERTIFICATE)),
    STARTTLS_OFFERED("5.2.1", MANDATORY, null, "%s", "%s", (file) -> file.faults(Requirement.STARTTLS)),
    TLS_VERSION_NEW("5.2.7", MANDATORY, null, "%s", "%s", (file) -> file.faults(Requirement.TLS_VERSION)),
    SERVER_NAME_CERTIFIED("5.2.8", MANDATORY, null, "%s", "%s", (file) -> file.faults(Requirement.SERVER_NAME));

    private static final Pattern PERSONAL = Pattern.compile("\\p{L}{2,}[._]\\p{L}[\\p{L}._-]+");

    private static final List<String> GENERIC_WORDS = List.of("admin", "drift", "epost", "e-post", "hostmaster", "ikt",
            "info", "it", "mail", "noc", "post", "postmaster", "security", "sikkerhet", "soc", "support", "teknisk",
            "tls");

    private final String requirement;

    private final Severity severity;

    private final @Nullable FormField field;

    private final String norwegian;

    private final String english;

    private final Function<CaseFile, Stream<String>> check;

    EnrolmentRule(String requirement, Severity severity, @Nullable FormField field, String norwegian, String english,
            Function<CaseFile, Stream<String>> check) {
        this.requirement = requirement;
        this.severity = severity;
        this.field = field;
        this.norwegian = norwegian;
        this.english = english;
        this.check = check;
    }

    static List<Finding> findingsIn(CaseFile file) {
        return Arrays.stream(values())
            .flatMap((rule) -> rule.check.apply(file).map((detail) -> new Finding(rule, detail)))
            .toList();
    }

    String requirement() {
        return this.requirement;
    }

    boolean isAboutMailServers() {
        return compareTo(MAIL_SERVERS_USABLE) >= 0;
    }

    Severity severity() {
        return this.severity;
    }

    Optional<FormField> field() {
        return Optional.ofNullable(this.field);
    }

    String norwegian() {
        return this.norwegian;
    }

    String english() {
        return this.english;
    }

    private static Stream<String> when(boolean condition) {
        return condition ? Stream.of("") : Stream.empty();
    }

    private static Stream<String> missing(CaseFile file, FormField field) {
        return when(file.lacks(field) && !file.lacks(FieldLabel.of(field).appendix()));
    }

    private static Stream<String> unless(CaseFile file, FormField field, Predicate<String> valid) {
        return file.form().value(field).filter(valid.negate()).stream();
    }

    private static Stream<String> unlessAddress(CaseFile file, FormField field) {
        return unless(file, field, (text) -> EmailAddress.parse(text).isPresent());
    }

    private static boolean isSigned(CaseFile file, String answer) {
        return file.form().value(FormField.SIGNATURE).filter(answer::equals).isPresent();
    }

    private static Stream<String> personalAdministrator(CaseFile file) {
        return file.form()
            .address(FormField.ADMINISTRATOR_EMAIL)
            .filter((address) -> looksPersonal(address.localPart().toLowerCase(Locale.ROOT)))
            .map(EmailAddress::value)
            .stream();
    }

    private static boolean looksPersonal(String localPart) {
        return PERSONAL.matcher(localPart).matches()
                && Arrays.stream(localPart.split("[._-]")).noneMatch(GENERIC_WORDS::contains);
    }

}
