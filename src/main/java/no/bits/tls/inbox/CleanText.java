package no.bits.tls.inbox;

import java.util.regex.Pattern;

/**
 * Takes out of a stranger's text what PostgreSQL refuses or what deceives a reader:
 * control characters, NUL first of all, and overrides of the writing direction.
 */
final class CleanText {

    private static final Pattern UNWANTED = Pattern
        .compile("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\p{Cs}&&[^\\n\\t]]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u2028\\u2029]+");

    private CleanText() {
    }

    /** One line of at most so many characters. */
    static String line(String text, int limit) {
        return cut(UNWANTED.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("").strip(), limit);
    }

    /** Any number of lines, each ended by a line feed alone. */
    static String lines(String text, int limit) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return cut(UNWANTED.matcher(lines).replaceAll("").strip(), limit);
    }

    private static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }

}
