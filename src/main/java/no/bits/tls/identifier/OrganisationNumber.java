package no.bits.tls.identifier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of the Norwegian register of legal entities: nine digits, the last a modulus
 * 11 check digit. The register promises nothing about the others.
 *
 * @param digits the nine digits, without spaces
 */
public record OrganisationNumber(String digits) {

    private static final Pattern NINE_DIGITS = Pattern.compile("(?<!\\d)\\d(?:[\\s\\h.-]?\\d){8}(?!\\d)");

    private static final int[] WEIGHTS = { 3, 2, 7, 6, 5, 4, 3, 2 };

    public OrganisationNumber {
        if (!isValid(digits)) {
            throw new IllegalArgumentException(
                    "%s is no organisation number: nine digits with a right check digit are needed".formatted(digits));
        }
    }

    /**
     * The number that a text such as {@code NO 916 960 190 MVA} holds.
     * @param text what somebody wrote
     * @return the number, or nothing where the text holds none, more than one, or a wrong
     * check digit
     */
    public static Optional<OrganisationNumber> parse(String text) {
        return digitsIn(text).filter(OrganisationNumber::isValid).map(OrganisationNumber::new);
    }

    /**
     * The nine digits that a text holds, whether or not their check digit is right.
     * @param text what somebody wrote
     * @return nine digits, or nothing where the text holds none or several different ones
     */
    public static Optional<String> digitsIn(String text) {
        Matcher matcher = NINE_DIGITS.matcher(text);
        String found = null;
        while (matcher.find()) {
            String digits = matcher.group().replaceAll("\\D", "");
            if (found != null && !found.equals(digits)) {
                return Optional.empty();
            }
            found = digits;
        }
        return Optional.ofNullable(found);
    }

    /**
     * Whether these are nine digits that end with their check digit.
     * @param digits the digits alone
     * @return whether the register can hold such a number
     */
    public static boolean isValid(String digits) {
        return digits.matches("[1-9]\\d{8}") && checkDigit(digits) == digits.charAt(8) - '0';
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11;
    }

    /** The number as people write it: {@code 916 960 190}. */
    public String grouped() {
        return this.digits.substring(0, 3) + " " + this.digits.substring(3, 6) + " " + this.digits.substring(6);
    }

    @Override
    public String toString() {
        return this.digits;
    }

}
