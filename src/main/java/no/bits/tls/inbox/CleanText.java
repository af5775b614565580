package no.bits.tls.inbox;

import java.util.regex.Pattern;

/**
 * Takes out of a stranger's text what PostgreSQL refuses or what deceives a reader:
 * control characters, NUL first of all, and overrides of the writing direction.
 */
final class CleanText {

    private static final String DECEIVING = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff";

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u2028\\u2029]+");

    private CleanText() {
    }

    /** One line of at most so many characters. */
    static String line(String text, int limit) {
        return cut(wanted(SPACE.matcher(text).replaceAll(" ")).strip(), limit);
    }

    /** Any number of lines, each ended by a line feed alone. */
    static String lines(String text, int limit) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return cut(wanted(lines).strip(), limit);
    }

    private static String wanted(String text) {
        return text.codePoints()
            .filter(CleanText::isWanted)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    }

    private static boolean isWanted(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.SURROGATE -> false;
            case Character.FORMAT -> DECEIVING.indexOf(character) < 0;
            default -> true;
        };
    }

    private static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }

}
