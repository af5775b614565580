package no.bits.tls.document;

import java.util.regex.Pattern;

/** Puts together again what was written on two lines for want of space. */
final class Wrapping {

    private static final Pattern AFTER_HYPHEN = Pattern
        .compile("(?<=[\\p{L}\\p{N}]-)[\\n\\u2028]\\s*(?=[\\p{L}\\p{N}])");

    private Wrapping() {
    }

    /**
     * Undoes line ends that are nobody's intention.
     * @param field what was asked
     * @param written what stands there
     * @return the answer, with line feeds only where another answer may begin
     */
    static String undone(FormField field, String written) {
        String joined = AFTER_HYPHEN.matcher(written).replaceAll("");
        if (!joined.contains(Cell.WRAP)) {
            return joined;
        }
        StringBuilder answer = new StringBuilder();
        for (String line : joined.split(Cell.WRAP)) {
            boolean first = answer.isEmpty();
            answer.append(first ? "" : isPiece(field, answer, line.strip()) ? "" : "\n").append(line.strip());
        }
        return answer.toString();
    }

    /** Whether a line is no answer by itself, but the end of the one before. */
    private static boolean isPiece(FormField field, CharSequence before, String line) {
        boolean oneWord = !line.contains(" ") && !before.toString().matches("(?s).*[,;:]");
        return oneWord && switch (field) {
            case DOMAIN -> !line.contains(".");
            case ADMINISTRATOR_EMAIL, TECHNICAL_EMAIL, CONTACT_EMAIL -> line.indexOf('@') < 0 || !holdsAddress(before);
            default -> false;
        };
    }

    private static boolean holdsAddress(CharSequence text) {
        return text.toString().indexOf('@') >= 0;
    }

}
