package no.bits.tls.document;

import java.util.List;

/**
 * One of the scheme's forms in one language, as words: what stands on it and what it asks
 * for.
 *
 * @param fileName its name in {@code forms/documents}
 * @param language {@code nb-NO} or {@code en-GB}
 * @param title the heading
 * @param introduction what it is for
 * @param questions what it asks for first
 * @param statement what the signatory declares; empty in the company form
 * @param closing what it asks for under the statement
 * @param sending how to send it
 */
record BlankForm(String fileName, String language, String title, String introduction, List<Question> questions,
        String statement, List<Question> closing, String sending) {

    static final BlankForm VEDLEGG_1 = new BlankForm("Vedlegg1_Samsvarserklaering_nb.docx", "nb-NO",
            "Vedlegg 1 – Samsvarserklæring",
            "Signeres av IT-ansvarlig i virksomheten som vil være med i ordningen med tvungen TLS.",
            List.of(new Question(FormField.ORGANISATION, "Virksomhet", "Skriv navnet som det står i Enhetsregisteret"),
                    new Question(FormField.ORGANISATION_NUMBER, "Organisasjonsnummer", "Skriv ni siffer"),
                    new Question(FormField.DOMAIN, "Domene(r) med tvungen TLS",
                            "Skriv ett domene på hver linje, for eksempel banken.no"),
                    new Question(FormField.CONTACT_NAME, "Kontaktperson for oppdatering av domenelisten",
                            "Skriv fornavn og etternavn"),
                    new Question(FormField.CONTACT_EMAIL, "E-postadresse til kontaktpersonen", "Skriv e-postadressen")),
            "Jeg forplikter virksomheten til å følge kravene i ordningen for domenene over: E-post til domenene på "
                    + "domenelisten sendes bare med TLS, og e-post fra dem tas bare imot med TLS når e-postsystemet kan "
                    + "settes opp slik. Jeg samtykker i at teknisk kontaktinformasjon deles med de andre deltakerne.",
            List.of(new Question(FormField.DECLARATION_DATE, "Dato", "Velg dato"),
                    new Question(FormField.SIGNATORY, "Navn (IT-ansvarlig)", "Skriv fornavn og etternavn"),
                    new Question(FormField.SIGNATURE, "Underskrift", "")),
            "Send vedlegg 1 og vedlegg 2 sammen i en e-post til tls@bits.no. Da får dere et saksnummer i svar, og beskjed "
                    + "når domenene står på domenelisten.");

    static final BlankForm VEDLEGG_2 = new BlankForm("Vedlegg2_Opplysninger_nb.docx", "nb-NO",
            "Vedlegg 2 – Opplysninger om virksomheten",
            "Bits bruker opplysningene til å føre domenelisten og til å varsle deltakerne. Bare virksomhetens navn, "
                    + "organisasjonsnummer, domener, dato og svaret på krav 5.2.4 blir offentlige.",
            List.of(new Question(FormField.ORGANISATION, "Virksomhet", "Skriv navnet som det står i Enhetsregisteret"),
                    new Question(FormField.ORGANISATION_NUMBER, "Organisasjonsnummer", "Skriv ni siffer"),
                    new Question(FormField.ADMINISTRATOR_NAME, "Navn på administrator", "Skriv fornavn og etternavn"),
                    new Question(FormField.ADMINISTRATOR_EMAIL, "E-post til administrator",
                            "Skriv en felles adresse som flere leser, for eksempel tls@banken.no"),
                    new Question(FormField.TECHNICAL_EMAIL, "E-post til teknisk kontakt", "Skriv e-postadressen"),
                    new Question(FormField.TECHNICAL_PHONE, "Telefonnummer til teknisk kontakt",
                            "Skriv telefonnummeret"),
                    new Question(FormField.ENROLMENT_DATE, "Dato for innmelding", "Velg dato"),
                    new Question(FormField.DOMAIN, "Domene(r) med tvungen TLS",
                            "Skriv ett domene på hver linje, for eksempel banken.no"),
                    new Question(FormField.INBOUND_ENFORCEMENT, "Støttes krav 5.2.4?", "Velg Ja eller Nei")),
            "", List.of(),
            "Krav 5.2.4: E-post uten TLS fra et domene på domenelisten blir avvist. Svar Nei om e-postsystemet ikke kan "
                    + "settes opp slik ennå. Send vedlegg 1 og vedlegg 2 sammen i en e-post til tls@bits.no.");

    static final BlankForm APPENDIX_1 = new BlankForm("Appendix1_Declaration_of_conformity_en.docx", "en-GB",
            "Appendix 1 – Declaration of conformity",
            "To be signed by the IT manager of the organization that wishes to join the Forced TLS scheme.",
            List.of(new Question(FormField.ORGANISATION, "Organization",
                    "Write the name as it stands in the public register"),
                    new Question(FormField.ORGANISATION_NUMBER, "Company ID number", "Write nine digits"),
                    new Question(FormField.DOMAIN, "Forced TLS domain(s)",
                            "Write one domain on each line, for example thebank.no"),
                    new Question(FormField.CONTACT_NAME, "Contact person for updates of the Domain List",
                            "Write first name and surname"),
                    new Question(FormField.CONTACT_EMAIL, "E-mail address of the contact person",
                            "Write the e-mail address")),
            "I oblige the organization to follow the requirements of the scheme for the domains above: e-mail to the "
                    + "domains on the Domain List is sent with TLS only, and e-mail from them is accepted with TLS only "
                    + "where the e-mail system can be set up that way. I agree that technical contacts may be shared with "
                    + "other participants.",
            List.of(new Question(FormField.DECLARATION_DATE, "Date", "Choose a date"),
                    new Question(FormField.SIGNATORY, "Name (IT manager)", "Write first name and surname"),
                    new Question(FormField.SIGNATURE, "Signature", "")),
            "Send appendix 1 and appendix 2 together in one e-mail to tls@bits.no. You will receive a case number in "
                    + "reply, and a message when your domains are on the Domain List.");

    static final BlankForm APPENDIX_2 = new BlankForm("Appendix2_Information_en.docx", "en-GB",
            "Appendix 2 – Information about the business",
            "Bits uses this information to keep the Domain List and to notify participants. Only the organization's name, "
                    + "company ID number, domains, date and the answer to requirement 5.2.4 become public.",
            List.of(new Question(FormField.ORGANISATION, "Organization",
                    "Write the name as it stands in the public register"),
                    new Question(FormField.ORGANISATION_NUMBER, "Company ID number", "Write nine digits"),
                    new Question(FormField.ADMINISTRATOR_NAME, "Name of administrator", "Write first name and surname"),
                    new Question(FormField.ADMINISTRATOR_EMAIL, "Administrator e-mail",
                            "Write a shared address that several people read, for example tls@thebank.no"),
                    new Question(FormField.TECHNICAL_EMAIL, "Technical contact e-mail", "Write the e-mail address"),
                    new Question(FormField.TECHNICAL_PHONE, "Technical contact telephone number",
                            "Write the telephone number"),
                    new Question(FormField.ENROLMENT_DATE, "Date of enrolment", "Choose a date"),
                    new Question(FormField.DOMAIN, "Forced TLS domain(s)",
                            "Write one domain on each line, for example thebank.no"),
                    new Question(FormField.INBOUND_ENFORCEMENT, "Requirement 5.2.4 supported?",
                            "Choose Ja (yes) or Nei (no)")),
            "", List.of(),
            "Requirement 5.2.4: e-mail without TLS from a domain on the Domain List is rejected. Answer Nei (no) if your "
                    + "e-mail system cannot be set up that way yet. Send appendix 1 and appendix 2 together in one e-mail "
                    + "to tls@bits.no.");

    static final List<BlankForm> ALL = List.of(VEDLEGG_1, VEDLEGG_2, APPENDIX_1, APPENDIX_2);

    Appendix appendix() {
        return this.statement.isEmpty() ? Appendix.COMPANY_FORM : Appendix.DECLARATION;
    }

    /**
     * One thing that a form asks for.
     *
     * @param field what it is
     * @param label its words
     * @param prompt the example in the empty field
     */
    record Question(FormField field, String label, String prompt) {
    }

}
