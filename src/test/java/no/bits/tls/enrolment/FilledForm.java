package no.bits.tls.enrolment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import no.bits.tls.document.Appendix;
import no.bits.tls.document.DocumentReading;
import no.bits.tls.document.DocumentReading.Code;
import no.bits.tls.document.DocumentReading.Kind;
import no.bits.tls.document.DocumentReading.Remark;
import no.bits.tls.document.FieldReading;
import no.bits.tls.document.FormField;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.participant.Participant;
import no.bits.tls.tls.DomainReport;

/**
 * The two forms of one organisation as they were read, complete unless a test says
 * otherwise.
 */
final class FilledForm {

    private final List<FieldReading> fields = new ArrayList<>();

    private final List<Remark> remarks = new ArrayList<>();

    private final Map<DomainName, Participant> listed = new LinkedHashMap<>();

    private final List<String> unverified = new ArrayList<>();

    private final List<String> inWords = new ArrayList<>();

    private final List<DomainReport> seen = new ArrayList<>();

    private Set<Appendix> appendices = Set.of(Appendix.DECLARATION, Appendix.COMPANY_FORM);

    private Kind kind = Kind.READ;

    private String sender = "hege@fjordbanken.example";

    static FilledForm complete() {
        FilledForm form = new FilledForm();
        form.declare(FormField.ORGANISATION, "Fjordbanken ASA").declare(FormField.ORGANISATION_NUMBER, "123456785");
        form.declare(FormField.DOMAIN, "fjordbanken.example").declare(FormField.CONTACT_NAME, "Kari Modell");
        form.declare(FormField.CONTACT_EMAIL, "kari@fjordbanken.example");
        form.declare(FormField.SIGNATORY, "Hege Test").declare(FormField.SIGNATURE, "yes");
        form.declare(FormField.DECLARATION_DATE, "2026-11-03");
        form.inform(FormField.ORGANISATION_NUMBER, "123456785").inform(FormField.DOMAIN, "fjordbanken.example");
        form.inform(FormField.ADMINISTRATOR_NAME, "Ola Prøve");
        form.inform(FormField.ADMINISTRATOR_EMAIL, "tls-admin@fjordbanken.example");
        form.inform(FormField.TECHNICAL_EMAIL, "postmaster@fjordbanken.example");
        form.inform(FormField.TECHNICAL_PHONE, "+4722000000").inform(FormField.ENROLMENT_DATE, "2026-11-03");
        return form.inform(FormField.INBOUND_ENFORCEMENT, "Ja");
    }

    FilledForm without(FormField field) {
        this.fields.removeIf((reading) -> reading.field() == field);
        return this;
    }

    FilledForm without(Appendix appendix) {
        this.fields.removeIf((reading) -> reading.appendix() == appendix);
        this.appendices = Set.copyOf(this.appendices.stream().filter((one) -> one != appendix).toList());
        return this;
    }

    FilledForm with(FormField field, String value) {
        without(field);
        return FieldLabel.of(field).appendix() == Appendix.DECLARATION ? declare(field, value) : inform(field, value);
    }

    FilledForm declare(FormField field, String value) {
        this.fields.add(new FieldReading(field, Appendix.DECLARATION, value, true, "… " + value + " …"));
        return this;
    }

    FilledForm inform(FormField field, String value) {
        this.fields.add(new FieldReading(field, Appendix.COMPANY_FORM, value, true, field + ": " + value));
        return this;
    }

    FilledForm remarked(Code code, String detail) {
        this.remarks.add(new Remark(code, detail));
        return this;
    }

    FilledForm asA(Kind kind) {
        this.kind = kind;
        return this;
    }

    FilledForm from(String sender) {
        this.sender = sender;
        return this;
    }

    FilledForm listedFor(String domain, Participant participant) {
        this.listed.put(new DomainName(domain), participant);
        return this;
    }

    EnrolmentForm form() {
        return EnrolmentForm.from(readings());
    }

    FilledForm answeredInWordsBy(String sender) {
        this.inWords.add(sender);
        return this;
    }

    FilledForm whoseServersSaid(DomainReport report) {
        this.seen.add(report);
        return this;
    }

    FilledForm answeredByAStranger(String verdict) {
        this.unverified.add(verdict);
        return this;
    }

    List<Finding> findings() {
        List<Reading> readings = readings();
        return EnrolmentRule
            .findingsIn(new CaseFile(EnrolmentForm.from(readings), Optional.of(new EmailAddress(this.sender)), readings,
                    AttachedDocument.allOf(1, List.of(document())).toList(), this.unverified, this.inWords, this.listed,
                    this.seen));
    }

    DocumentReading document() {
        return document("skjema.docx");
    }

    DocumentReading document(String name) {
        return new DocumentReading(name, this.kind, this.appendices, this.fields, this.remarks);
    }

    private List<Reading> readings() {
        return Reading.allOf(1, List.of(document())).toList();
    }

}
