package no.bits.tls.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was said of a failure.
 *
 * @param status the enhanced status code, may be empty
 * @param said the words, one line each, cut to {@value Evidence#LONGEST} characters
 */
record Words(String status, String said) {

    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])[245]\\.\\d{1,3}\\.\\d{1,3}(?![\\d.]*\\d)");

    static Words of(String said) {
        return new Words(statusIn(said), cut(said));
    }

    /** The first enhanced status code in a text; empty where there is none. */
    static String statusIn(String text) {
        Matcher status = STATUS.matcher(text);
        return status.find() ? status.group() : "";
    }

    static String cut(String text) {
        String clean = text.replaceAll("[^\\P{Cntrl}\\n]", " ").replaceAll("[ \\t]+", " ").strip();
        return (clean.length() <= Evidence.LONGEST) ? clean : clean.substring(0, Evidence.LONGEST);
    }

}
