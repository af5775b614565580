package no.bits.tls.tls;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What strangers say, made safe to keep and to show: on one line, without control and
 * direction characters, and not long.
 */
final class Quote {

    private static final int LONGEST = 200;

    private static final int MOST = 40;

    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    private Quote() {
    }

    /**
     * A text of a stranger.
     * @param text anything
     * @return at most 200 characters, each unsafe one a question mark
     */
    static String of(String text) {
        String line = UNSAFE.matcher(text.strip()).replaceAll("?");
        return (line.codePointCount(0, line.length()) <= LONGEST) ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** The same of bytes, read as UTF-8. */
    static String of(byte[] bytes) {
        return of(new String(bytes, StandardCharsets.UTF_8));
    }

    /** The same of many texts, of which the first 40 are kept. */
    static List<String> of(List<String> texts) {
        return texts.stream().limit(MOST).map(Quote::of).toList();
    }

}
