package no.bits.tls.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The lines of a text, freed from the marks of quoting. */
final class Lines {

    private static final Pattern QUOTE = Pattern.compile("^(?:[ \\t]{0,3}[>|](?!>>))++[ \\t]?");

    private static final int LONGEST = 5000;

    private Lines() {
    }

    static List<String> of(String text) {
        return text.lines().map(Lines::line).toList();
    }

    /**
     * With lines joined that a mail program broke.
     * @param text the text
     * @param begins whether a line begins something; what follows until an empty line
     * belongs to it
     */
    static List<String> unwrapped(String text, Predicate<String> begins) {
        List<String> joined = new ArrayList<>();
        boolean open = false;
        for (String line : of(text)) {
            boolean begun = begins.test(line.strip());
            if (open && !begun && !line.isBlank()) {
                joined.set(joined.size() - 1, joined.get(joined.size() - 1) + " " + line.strip());
            }
            else {
                joined.add(line.strip());
            }
            open = begun || open && !line.isBlank();
        }
        return joined;
    }

    private static String line(String line) {
        return QUOTE.matcher(line.substring(0, Math.min(line.length(), LONGEST))).replaceFirst("").stripTrailing();
    }

}
