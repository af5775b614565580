package no.bits.tls.document;

import java.util.List;
import java.util.stream.Stream;

import no.bits.tls.document.DocumentReading.Code;
import no.bits.tls.document.DocumentReading.Remark;
import org.junit.jupiter.api.Test;

import static no.bits.tls.document.TestDocx.p;
import static no.bits.tls.document.TestDocx.picture;
import static no.bits.tls.document.TestDocx.r;
import static no.bits.tls.document.TestDocx.row;
import static no.bits.tls.document.TestDocx.table;
import static org.assertj.core.api.Assertions.assertThat;

/** Forms in layouts and words that no sample has. */
class FormLayoutTests {

    private static final String[] COMPANY = { "ORGANISATION_NUMBER=916960190", "ADMINISTRATOR_NAME=Kari Nordmann",
            "ADMINISTRATOR_EMAIL=tls@bank.example", "TECHNICAL_EMAIL=post@bank.example", "TECHNICAL_PHONE=+4722004019",
            "ENROLMENT_DATE=2026-11-03", "DOMAIN=bank.example", "INBOUND_ENFORCEMENT=Ja" };

    private final Documents documents = new Documents(TestSettings.DEFAULT);

    @Test
    void readsLinesWithColons() {
        assertThat(values(p("Vedlegg 2"), p("Org.nr.: 916 960 190"), p("Administrator (navn): Kari Nordmann"),
                p("Administrators e-postadresse: tls@bank.example"), p("Teknisk kontakt, e-post: post@bank.example"),
                p("Teknisk kontakt, telefon: 22 00 40 19"), p("Innmeldingsdato: 3/11-2026"), p("Domener: bank.example"),
                p("Krav 5.2.4 støttes: ja")))
            .containsExactlyInAnyOrder(COMPANY);
    }

    @Test
    void readsLabelsAndAnswersWithTabsBetween() {
        assertThat(values(p("Appendix 2"), p("Organization number\t916960190"), p("Administrator\tKari Nordmann"),
                p("Administrator's e-mail address\ttls@bank.example"),
                p("E-mail, technical contact\tpost@bank.example"), p("Phone, technical contact\t+47 22004019"),
                p("Enrolment date\tNovember 3, 2026"), p("Domain names\tbank.example"),
                p("Support for requirement 5.2.4\tYes")))
            .containsExactlyInAnyOrder(COMPANY);
    }

    @Test
    void readsAnswersUnderTheirLabelsInAnyOrder() {
        assertThat(values(p("Vedlegg 2 – Opplysninger"),
                table(row("Domene", "Støtter krav 5.2.4 (Ja/Nei)", "Dato"), row("bank.example", "Ja", "3. nov. 2026"),
                        row("Teknisk kontakt e-post", "Teknisk kontakt telefon", "Organisasjonsnummer"),
                        row("post@bank.example", "22004019", "916 960 190"),
                        row("Administrator", "Administrator e-post", ""),
                        row("Kari Nordmann", "tls@bank.example", ""))))
            .containsExactlyInAnyOrder(COMPANY);
    }

    @Test
    void readsAnswersInTheSameCellUnderTheirLabels() {
        assertThat(values(p("Vedlegg 2"),
                table(row("Organisasjonsnummer\n916960190", "Navn på administrator\nKari Nordmann"),
                        row("E-post administrator\ntls@bank.example", "E-post teknisk kontakt\npost@bank.example"),
                        row("Telefon teknisk kontakt\n22 00 40 19", "Dato for innmelding\n03.11.26"),
                        row("Domene(r)\nbank.example", "Støtte for krav 5.2.4\nJa"))))
            .containsExactlyInAnyOrder(COMPANY);
    }

    @Test
    void readsGroupsOfShortLabels() {
        assertThat(values(p("Vedlegg 2"),
                table(row("Org.nr", "916960190"), row("Administrator", ""), row("Navn", "Kari Nordmann"),
                        row("E-post", "tls@bank.example"), row("Teknisk kontakt", ""),
                        row("E-post", "post@bank.example"), row("Tlf.", "22004019"), row("Innmeldt dato", "2026-11-03"),
                        row("Domene", "bank.example"), row("5.2.4 støttes?", "Ja"))))
            .containsExactlyInAnyOrder(COMPANY);
    }

    @Test
    void readsFourColumnsAndMergedDomains() {
        assertThat(values(p("Vedlegg 2"),
                table(row("Org.nr.", "916960190", "Dato for innmelding", "03.11.2026"),
                        row("Administrator", "Kari Nordmann", "E-post administrator", "tls@bank.example"),
                        row("E-post teknisk kontakt", "post@bank.example", "Telefon", "22004019"),
                        row("Domener", "bank.example"), row("", "kunde.bank.example"),
                        row("Krav 5.2.4 støttes", "☐ Nei", "☒ Ja"))))
            .containsExactlyInAnyOrder(with(COMPANY, "DOMAIN=kunde.bank.example"));
    }

    @Test
    void readsADeclarationAsATableWithASignaturePicture() {
        DocumentReading reading = read(p("Samsvarserklæring"),
                table(row("Virksomhet", "Bank & Søn AS"), row("Organisasjonsnummer", "916960190"),
                        row("For domenet/domenene", "bank.example og kunde.bank.example"),
                        row("Kontaktperson", "Per Hansen"), row("E-post", "per@bank.example"),
                        row("Sted og dato", "Oslo, 3.11.2026"), row("Navn", "Eva Berg"),
                        row("Underskrift", picture())));
        assertThat(valuesOf(reading)).containsExactlyInAnyOrder("ORGANISATION=Bank & Søn AS",
                "ORGANISATION_NUMBER=916960190", "DOMAIN=bank.example", "DOMAIN=kunde.bank.example",
                "CONTACT_NAME=Per Hansen", "CONTACT_EMAIL=per@bank.example", "DECLARATION_DATE=2026-11-03",
                "SIGNATORY=Eva Berg", "SIGNATURE=yes");
    }

    @Test
    void anEmptySignatureLineIsNotSigned() {
        assertThat(values(declaration("", ""))).contains("SIGNATURE=no").noneMatch((v) -> v.startsWith("SIGNATORY"));
    }

    @Test
    void aNameOnTheSignatureLineAloneIsTheSignatory() {
        assertThat(values(declaration("", "Eva Berg"))).contains("SIGNATURE=unknown", "SIGNATORY=Eva Berg");
    }

    @Test
    void aNameWithoutSignatureIsNotSigned() {
        assertThat(values(declaration("Eva Berg", ""))).contains("SIGNATURE=no", "SIGNATORY=Eva Berg");
    }

    @Test
    void findsBothFormsWithoutHeadings() {
        DocumentReading reading = read(declaration("Eva Berg", "Eva Berg"),
                table(row("Org.nr.", "916960190"), row("Navn på administrator", "Kari Nordmann"),
                        row("Administrator e-post", "tls@bank.example"), row("Domene", "bank.example"),
                        row("Krav 5.2.4", "Nei")));
        assertThat(reading.appendices()).containsExactly(Appendix.values());
        assertThat(reading.fields()).filteredOn((field) -> field.field() == FormField.ORGANISATION_NUMBER)
            .extracting(FieldReading::appendix)
            .containsExactly(Appendix.DECLARATION, Appendix.COMPANY_FORM);
    }

    @Test
    void insertedWordsAreReadAndDeletedOnesNot() {
        DocumentReading reading = read(p("Vedlegg 2"), table(row("Org.nr.", "916960190"), row("Administrator",
                "<w:p><w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>Ola</w:delText></w:r></w:del>"
                        + "<w:ins w:id=\"2\" w:author=\"a\">" + r("Kari") + "</w:ins>" + r(" Nordmann") + "</w:p>"),
                row("Administrator e-post", "tls@bank.example")));
        assertThat(valuesOf(reading)).contains("ADMINISTRATOR_NAME=Kari Nordmann");
        assertThat(reading.remarks()).extracting(Remark::code).containsExactly(Code.TRACKED_CHANGES);
    }

    @Test
    void readsContentControlsTextBoxesAndCheckBoxes() {
        String control = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:tc>" + p("Kari Nordmann")
                + "</w:tc></w:sdtContent></w:sdt>";
        String prompt = "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("Klikk her")
                + "</w:sdtContent></w:sdt></w:p>";
        String box = "<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr>"
                + "<w:sdtContent>" + r("R") + "</w:sdtContent></w:sdt>" + r(" Ja ") + "<w:sdt><w:sdtPr><w14:checkbox>"
                + "<w14:checked w14:val=\"0\"/></w14:checkbox></w:sdtPr><w:sdtContent>" + r("Q")
                + "</w:sdtContent></w:sdt>" + r(" Nei") + "</w:p>";
        String textBox = "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + p("Domene: bank.example")
                + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
        assertThat(values(p("Vedlegg 2"),
                table("<w:tr><w:tc>" + p("Navn på administrator") + "</w:tc>" + control + "</w:tr>",
                        row("Org.nr.", prompt), row("Krav 5.2.4 støttes", box)),
                textBox))
            .containsExactlyInAnyOrder("ADMINISTRATOR_NAME=Kari Nordmann", "INBOUND_ENFORCEMENT=Ja",
                    "DOMAIN=bank.example");
    }

    @Test
    void anXAloneIsNoAnswer() {
        DocumentReading reading = read(p("Vedlegg 2"),
                table(row("Org.nr.", "916960190"), row("Administrator", "Kari"), row("Krav 5.2.4", "x")));
        assertThat(valuesOf(reading)).noneMatch((value) -> value.startsWith("INBOUND"));
        assertThat(reading.remarks()).containsExactly(new Remark(Code.INBOUND_ENFORCEMENT_UNCLEAR, "x"));
    }

    @Test
    void theCrossedOutAnswerIsNotTheAnswer() {
        String struck = "<w:p>" + r("Ja / ").replace("<w:t ", "<w:rPr><w:strike/></w:rPr><w:t ") + r("Nei") + "</w:p>";
        assertThat(values(p("Vedlegg 2"),
                table(row("Org.nr.", "916960190"), row("Administrator", "Kari"), row("Krav 5.2.4", struck))))
            .contains("INBOUND_ENFORCEMENT=Nei");
    }

    @Test
    void anOrdinaryLetterHoldsNoForm() {
        DocumentReading reading = read(p("Hei, vi ønsker å melde oss inn. Vedlegg 1 og 2 følger."),
                p("Navn: Kari Nordmann"), p("E-post: kari@bank.example"), p("Dato: 03.11.2026"),
                p("Telefon: 22004019"));
        assertThat(reading.kind()).isEqualTo(DocumentReading.Kind.READ);
        assertThat(reading.appendices()).isEmpty();
        assertThat(reading.fields()).isEmpty();
    }

    @Test
    void aListOfParticipantsIsNoForm() {
        assertThat(read(table(
                row("Company name", "Company Identification number", "Domain with forced TLS", "Date of enrolment",
                        "Requirement 5.2.4 supported?"),
                row("Bits AS", "916960190", "bits.no", "2017-02-01", "Nei"),
                row("Finans Norge", "", "fno.no", "2017-02-01", "Ja")))
            .appendices()).isEmpty();
    }

    @Test
    void everyValueTellsWhereItWasRead() {
        assertThat(read(p("Vedlegg 2"),
                table(row("Org.nr.", "NO 916 960 190 MVA"), row("Administrator", "Kari"), row("Krav 5.2.4", "Ja")))
            .fields()).extracting(FieldReading::source)
            .containsExactly("Org.nr. | NO 916 960 190 MVA", "Administrator | Kari", "Krav 5.2.4 | Ja");
    }

    private static String declaration(String name, String signature) {
        return p("Organization ____Bank AS___, with company ID number 916960190___")
                + p("Will for the domain __bank.example__ only receive TLS secured e-mails")
                + p("Contact person for the organization when updating Domain List for Forced TLS is")
                + p("Per Hansen with e-mail address per@bank.example.") + p("Date, 03.11.2026")
                + p(name + "\t\t\t" + signature) + p("______________\t______________") + p("Name\t\t\tSignature");
    }

    private DocumentReading read(String... blocks) {
        return this.documents.read("form.docx", TestDocx.ofBody(blocks).bytes());
    }

    private List<String> values(String... blocks) {
        return valuesOf(read(blocks));
    }

    private static List<String> valuesOf(DocumentReading reading) {
        return reading.fields().stream().map((field) -> field.field() + "=" + field.value()).toList();
    }

    private static String[] with(String[] values, String more) {
        return Stream.concat(Stream.of(values), Stream.of(more)).toArray(String[]::new);
    }

}
