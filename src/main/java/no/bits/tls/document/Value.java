package no.bits.tls.document;

import org.jspecify.annotations.Nullable;

/**
 * One answer as we understand it.
 *
 * @param text the answer in its field's shape, or as typed
 * @param understood whether it has that shape
 * @param doubt what a person should know about it, if anything
 */
record Value(String text, boolean understood, DocumentReading.@Nullable Code doubt) {

    private static final int LONGEST = 500;

    Value {
        text = (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
    }

    static Value of(String text) {
        return new Value(text, true, null);
    }

    static Value asTyped(String text) {
        return new Value(text.replaceAll("\\s+", " ").strip(), false, null);
    }

}
