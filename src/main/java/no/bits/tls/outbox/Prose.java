package no.bits.tls.outbox;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Plain text for a mail: no control characters, nothing that reorders what is read, lines
 * that fit every screen.
 */
final class Prose {

    /** The length of a line, unless one word is longer. */
    static final int WIDTH = 76;

    private static final int LONGEST_LINE = 200;

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u2028\\u2029]");

    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029]+");

    private Prose() {
    }

    /**
     * One line, for a subject.
     * @param text any text
     * @return the text without line breaks, at most 200 characters
     */
    static String line(String text) {
        String line = visible(GAPS.matcher(text).replaceAll(" ")).strip();
        return (line.length() > LONGEST_LINE) ? line.substring(0, LONGEST_LINE - 1).strip() + "…" : line;
    }

    /**
     * A body: each line wrapped, the further lines of a list item indented, at most one
     * empty line between paragraphs.
     * @param text any text
     * @return the text, without white space around it
     */
    static String paragraphs(String text) {
        return visible(LINE_ENDS.matcher(text).replaceAll("\n").replace('\t', ' ')).lines()
            .map((line) -> wrapped(line.stripTrailing(), line.startsWith("- ") ? "  " : ""))
            .collect(Collectors.joining("\n"))
            .replaceAll("\\n{3,}", "\n\n")
            .strip();
    }

    private static String visible(String text) {
        return text.codePoints()
            .filter((character) -> character == '\n' || !isHidden(character))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    }

    private static boolean isHidden(int character) {
        return Character.getType(character) == Character.CONTROL || Character.getType(character) == Character.FORMAT;
    }

    private static String wrapped(String line, String indent) {
        if (line.length() <= WIDTH) {
            return line;
        }
        int space = line.lastIndexOf(' ', WIDTH);
        int end = (space > indent.length() + 1) ? space : line.indexOf(' ', WIDTH);
        return (end < 0) ? line : line.substring(0, end).stripTrailing() + "\n"
                + wrapped(indent + line.substring(end).stripLeading(), indent);
    }

}
