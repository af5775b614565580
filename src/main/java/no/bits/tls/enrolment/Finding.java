package no.bits.tls.enrolment;

import java.util.Map;
import java.util.Optional;

import no.bits.tls.calendar.Language;
import no.bits.tls.document.FormField;

/**
 * What a rule has to say about one enrolment.
 *
 * @param rule the rule
 * @param detail what it is about, for example a domain; may be empty; of mail servers a
 * {@link MailServerFault}
 */
record Finding(EnrolmentRule rule, String detail) {

    String norwegian() {
        return this.rule.norwegian().formatted(words(Language.NORWEGIAN));
    }

    String english() {
        return this.rule.english().formatted(words(Language.ENGLISH));
    }

    boolean isMandatory() {
        return this.rule.severity() == Severity.MANDATORY;
    }

    Optional<FormField> field() {
        return this.rule.field();
    }

    /** Whether the applicant can be asked to put it right. */
    boolean isAskable() {
        return Remedy.of(this.rule).isPresent();
    }

    Map<String, String> words() {
        return Map.of("requirement", this.rule.requirement(), "sentence_nb", norwegian(), "sentence_en", english(),
                "remedy_nb", Remedy.of(this.rule).map(Remedy::norwegian).orElse(""), "remedy_en",
                Remedy.of(this.rule).map(Remedy::english).orElse(""));
    }

    private String words(Language language) {
        return Optional.of(this.detail)
            .filter((detail) -> this.rule.isAboutMailServers())
            .flatMap(MailServerFault::parse)
            .map((fault) -> fault.sentence(language))
            .orElse(this.detail);
    }

    /** One line that {@link #parse} understands. */
    String code() {
        return "%s %s".formatted(this.rule, this.detail.replaceAll("\\s+", " "));
    }

    static Finding parse(String code) {
        String[] words = code.split(" ", 2);
        return new Finding(EnrolmentRule.valueOf(words[0]), words[1]);
    }

}
