package no.bits.tls.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The telephone number in an answer, as E.164: eight digits are Norwegian. */
final class Telephone {

    private static final Pattern NORWEGIAN = Pattern
        .compile("(?<![\\d+])(?:\\(?(?:\\+|00)\\s?47\\)?[\\s.-]*(?:\\(0\\)\\s*)?"
                + "|(?<!\\d)47[\\s.-]+(?=[2-9]))?([2-9]\\d(?:[\\s.-]?\\d){6})(?!\\d)");

    private static final Pattern FOREIGN = Pattern
        .compile("(?<!\\d)\\(?(?:\\+|00)\\s?([1-9](?:[\\s.()/-]{0,2}\\d){6,14})(?!\\d)");

    private Telephone() {
    }

    /**
     * Reads the first number.
     * @param answer what somebody wrote
     * @return the number with its country code, or the answer as typed
     */
    static Value in(String answer) {
        String plain = answer.replaceAll("\\((?:0)\\)", " ");
        Matcher foreign = FOREIGN.matcher(plain);
        if (foreign.find()) {
            String digits = foreign.group(1).replaceAll("\\D", "");
            if (!digits.startsWith("47")) {
                return Value.of("+" + digits);
            }
        }
        Matcher norwegian = NORWEGIAN.matcher(plain);
        return norwegian.find() ? Value.of("+47" + norwegian.group(1).replaceAll("\\D", "")) : Value.asTyped(answer);
    }

}
