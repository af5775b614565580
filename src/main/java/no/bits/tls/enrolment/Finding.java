package no.bits.tls.enrolment;

import java.util.Map;
import java.util.Optional;

import no.bits.tls.document.FormField;

/**
 * What a rule has to say about one enrolment.
 *
 * @param rule the rule
 * @param detail what it is about, for example a domain; may be empty
 */
record Finding(EnrolmentRule rule, String detail) {

    String norwegian() {
        return this.rule.norwegian().formatted(this.detail);
    }

    String english() {
        return this.rule.english().formatted(this.detail);
    }

    boolean isMandatory() {
        return this.rule.severity() == Severity.MANDATORY;
    }

    Optional<FormField> field() {
        return this.rule.field();
    }

    Map<String, String> words() {
        return Map.of("requirement", this.rule.requirement(), "sentence_nb", norwegian(), "sentence_en", english());
    }

}
