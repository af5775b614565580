package no.bits.tls.enrolment;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.document.Appendix;
import no.bits.tls.document.FormField;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.identifier.OrganisationNumber;
import no.bits.tls.participant.NewParticipant;
import no.bits.tls.workflow.CaseNumber;

/**
 * Both appendices as one form: one value for each field that has one, several domains a
 * line each.
 *
 * @param values the values, without blank ones
 */
record EnrolmentForm(Map<FormField, String> values) {

    EnrolmentForm {
        Map<FormField, String> kept = new EnumMap<>(FormField.class);
        values.forEach((field, value) -> keep(kept, field, value));
        values = Map.copyOf(kept);
    }

    static EnrolmentForm of(Collection<Enrolment.Entry> entries) {
        return new EnrolmentForm(
                entries.stream().collect(Collectors.toMap(Enrolment.Entry::field, Enrolment.Entry::value)));
    }

    /**
     * The form that the readings make: where the appendices differ, an organisation
     * number is left for a person to choose, and for the rest the company form (appendix
     * 2) is followed.
     */
    static EnrolmentForm from(List<Reading> readings) {
        Map<FormField, String> values = new EnumMap<>(FormField.class);
        for (FormField field : FormField.values()) {
            values.put(field,
                    field == FormField.ORGANISATION_NUMBER ? agreed(readings, field) : first(readings, field));
        }
        return new EnrolmentForm(values);
    }

    Optional<String> value(FormField field) {
        return Optional.ofNullable(this.values.get(field));
    }

    Optional<OrganisationNumber> organisationNumber() {
        return value(FormField.ORGANISATION_NUMBER).flatMap(OrganisationNumber::parse);
    }

    Optional<EmailAddress> address(FormField field) {
        return value(field).flatMap(EmailAddress::parse);
    }

    Stream<String> domainLines() {
        return value(FormField.DOMAIN).stream()
            .flatMap((lines) -> Arrays.stream(lines.split("[\\s,;]+")))
            .filter((line) -> !line.isBlank());
    }

    List<DomainName> domains() {
        return domainLines().map(DomainName::parse).flatMap(Optional::stream).distinct().toList();
    }

    /** How the task lists name the applicant. */
    String title() {
        return name().orElse("(uten navn)");
    }

    Optional<String> name() {
        return value(FormField.ORGANISATION).or(() -> value(FormField.DOMAIN));
    }

    /** How the task lists name the domains: the first, and how many more. */
    String domainSummary() {
        List<String> lines = domainLines().toList();
        return lines.isEmpty() ? "" : lines.get(0) + (lines.size() > 1 ? " (+%d)".formatted(lines.size() - 1) : "");
    }

    /**
     * The form as an entry of the register.
     * @param caseNumber the case that approves it
     * @return a complete entry
     * @throws EnrolmentRefused naming the field that the Domain List cannot do without
     */
    NewParticipant toParticipant(CaseNumber caseNumber) {
        if (domains().isEmpty() || domainLines().anyMatch((line) -> DomainName.parse(line).isEmpty())) {
            throw EnrolmentRefused.cannotBeListed("Rett domenene: ett gyldig domene på hver linje.",
                    "Correct the domains: one valid domain on each line.");
        }
        if (value(FormField.ORGANISATION_NUMBER).isPresent() && organisationNumber().isEmpty()) {
            throw EnrolmentRefused.cannotBeListed("Rett organisasjonsnummeret, eller la feltet stå tomt.",
                    "Correct the organisation number, or leave the field empty.");
        }
        return new NewParticipant(caseNumber, needed(FormField.ORGANISATION, Optional::of),
                organisationNumber().orElse(null), value(FormField.ADMINISTRATOR_NAME).orElse(""),
                needed(FormField.ADMINISTRATOR_EMAIL, EmailAddress::parse),
                needed(FormField.TECHNICAL_EMAIL, EmailAddress::parse), value(FormField.TECHNICAL_PHONE).orElse(""),
                new LinkedHashSet<>(domains()), needed(FormField.INBOUND_ENFORCEMENT, EnrolmentForm::answer),
                needed(FormField.ENROLMENT_DATE, FormDate::parse));
    }

    /** What an answer changed in a form. */
    Stream<Change> changesSince(EnrolmentForm old, long mailId, Instant at) {
        return Arrays.stream(FormField.values())
            .filter((field) -> !value(field).equals(old.value(field)))
            .map((field) -> new Change(field, old.value(field).orElse(""), value(field).orElse(""), mailId, at));
    }

    Set<Enrolment.Entry> entries() {
        return this.values.entrySet()
            .stream()
            .map((entry) -> new Enrolment.Entry(entry.getKey(), entry.getValue()))
            .collect(Collectors.toSet());
    }

    private <T> T needed(FormField field, Function<String, Optional<T>> parse) {
        return value(field).flatMap(parse)
            .orElseThrow(() -> EnrolmentRefused.cannotBeListed(
                    "Feltet «%s» mangler eller kan ikke brukes.".formatted(FieldLabel.of(field).norwegian()),
                    "The field “%s” is missing or cannot be used.".formatted(FieldLabel.of(field).english())));
    }

    private static Optional<Boolean> answer(String text) {
        return switch (text) {
            case "Ja" -> Optional.of(true);
            case "Nei" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static void keep(Map<FormField, String> kept, FormField field, String value) {
        String clean = value.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip();
        String shaped = (field == FormField.DOMAIN) ? clean : clean.replaceAll("\\s+", " ");
        if (!shaped.isEmpty()) {
            kept.put(field, shaped);
        }
    }

    private static String agreed(List<Reading> readings, FormField field) {
        List<String> different = of(readings, field).map(Reading::value).distinct().toList();
        return (different.size() == 1) ? different.get(0) : "";
    }

    private static String first(List<Reading> readings, FormField field) {
        Appendix followed = of(readings, field).anyMatch((reading) -> reading.appendix() == Appendix.COMPANY_FORM)
                ? Appendix.COMPANY_FORM : Appendix.DECLARATION;
        Stream<String> values = of(readings, field).filter((reading) -> reading.appendix() == followed)
            .map(Reading::value)
            .distinct();
        return (field == FormField.DOMAIN) ? values.collect(Collectors.joining("\n")) : values.findFirst().orElse("");
    }

    private static Stream<Reading> of(List<Reading> readings, FormField field) {
        return readings.stream().filter((reading) -> reading.field() == field);
    }

}
