package no.bits.tls.workflow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * The number by which everybody knows a case, for example {@code TLS-2026-00042}; it is
 * the engine's business key.
 *
 * @param value the number as written in the subject of every mail
 */
public record CaseNumber(String value) {

    private static final Pattern FORM = Pattern.compile("TLS-\\d{4}-\\d{5,9}");

    public CaseNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("%s is no case number such as TLS-2026-00042".formatted(value));
        }
    }

    static CaseNumber of(int year, long number) {
        return new CaseNumber("TLS-%04d-%05d".formatted(year, number));
    }

    /**
     * The case of a running process.
     * @param task where the process stands
     * @return its business key
     */
    public static CaseNumber of(DelegateExecution task) {
        return new CaseNumber(task.getProcessBusinessKey());
    }

    /**
     * The first case number that a text holds, for example a subject.
     * @param text any text
     * @return the number, or nothing
     */
    public static Optional<CaseNumber> in(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.find() ? Optional.of(new CaseNumber(matcher.group())) : Optional.empty();
    }

    @Override
    public String toString() {
        return this.value;
    }

}
