package no.bits.tls.enrolment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.document.Appendix;
import no.bits.tls.document.DocumentReading;
import no.bits.tls.document.FormField;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.identifier.OrganisationNumber;
import no.bits.tls.participant.Participant;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.tls.Requirement;

/**
 * What the rules look at: the form as it stands, what was read where, and who has its
 * domains already.
 *
 * @param form the form as it stands
 * @param sender who mailed it
 * @param readings what was read where
 * @param documents what each attachment turned out to be
 * @param unverified answers that nobody can know to be the applicant's, each as
 * {@code sender: verdict}
 * @param inWords who answered in words alone
 * @param listed the participants that have one of its domains on the list, by domain
 * @param seen what was seen of its domains' mail servers
 */
record CaseFile(EnrolmentForm form, Optional<EmailAddress> sender, List<Reading> readings,
        List<AttachedDocument> documents, List<String> unverified, List<String> inWords,
        Map<DomainName, Participant> listed, List<DomainReport> seen) {

    boolean lacks(Appendix appendix) {
        return this.documents.stream().noneMatch((document) -> document.appendixSet().contains(appendix))
                && documents(DocumentReading.Kind.FOR_A_PERSON).findAny().isEmpty();
    }

    boolean lacks(FormField field) {
        return this.form.value(field).isEmpty();
    }

    /**
     * The different values of a field when its two appendices do not agree, else nothing.
     */
    Stream<String> disagreement(FormField field) {
        Set<String> declared = read(Appendix.DECLARATION, field);
        Set<String> informed = read(Appendix.COMPANY_FORM, field);
        boolean comparable = !declared.isEmpty() && !informed.isEmpty();
        return comparable && !folded(declared).equals(folded(informed))
                ? Stream.of(String.join(", ", declared) + " / " + String.join(", ", informed)) : Stream.empty();
    }

    Stream<AttachedDocument> documents(DocumentReading.Kind kind) {
        return this.documents.stream().filter((document) -> document.kind() == kind);
    }

    /** The documents with a remark, each as {@code name (detail)}. */
    Stream<String> remarked(DocumentReading.Code code) {
        return this.documents.stream()
            .flatMap((document) -> document.remarkList()
                .stream()
                .filter((remark) -> remark.code() == code)
                .map((remark) -> remark.detail().isBlank() ? document.fileName()
                        : "%s: %s".formatted(document.fileName(), remark.detail())));
    }

    /** What the mail servers lack of a requirement, each as {@link MailServerFault}. */
    Stream<String> faults(Requirement requirement) {
        return this.seen.stream()
            .flatMap((report) -> MailServerFault.in(report, requirement))
            .map(MailServerFault::detail)
            .distinct();
    }

    Stream<DomainName> listedForOther() {
        return this.listed.entrySet()
            .stream()
            .filter((entry) -> !isApplicant(entry.getValue()))
            .map(Map.Entry::getKey)
            .sorted();
    }

    Stream<DomainName> listedAlready() {
        return this.listed.entrySet()
            .stream()
            .filter((entry) -> isApplicant(entry.getValue()))
            .map(Map.Entry::getKey)
            .sorted();
    }

    Stream<String> senderOutsideDomains() {
        List<DomainName> domains = this.form.domains();
        return this.sender.stream()
            .filter((address) -> !domains.isEmpty()
                    && domains.stream().noneMatch((domain) -> isWithin(address.domain(), domain)))
            .map(EmailAddress::value);
    }

    private boolean isApplicant(Participant participant) {
        Optional<OrganisationNumber> number = this.form.organisationNumber();
        return number.isPresent() ? number.get().equals(participant.organisationNumber())
                : this.form.value(FormField.ORGANISATION)
                    .filter(participant.organisation()::equalsIgnoreCase)
                    .isPresent();
    }

    private Set<String> read(Appendix appendix, FormField field) {
        return this.readings.stream()
            .filter((reading) -> reading.appendix() == appendix && reading.field() == field)
            .map(Reading::value)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> folded(Set<String> values) {
        return values.stream().map((value) -> value.toLowerCase(Locale.ROOT)).sorted().toList();
    }

    private static boolean isWithin(DomainName name, DomainName domain) {
        return name.equals(domain) || name.ascii().endsWith("." + domain.ascii());
    }

}
