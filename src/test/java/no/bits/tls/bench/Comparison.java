package no.bits.tls.bench;

import java.util.Locale;

/**
 * One line of the result: ours against the bare one.
 *
 * @param what what was measured, with its unit
 * @param ours what ours measured
 * @param bare what the bare one measured
 * @param aim what the ratio should be, for example {@code at most 1.5}; empty where there
 * is no aim
 */
record Comparison(String what, Figures ours, Figures bare, String aim) {

    static final String HEAD = """
            | median (least–most) | back office | bare | ratio | aim |
            |---|---|---|---|---|""";

    double ratio() {
        return this.ours.median() / this.bare.median();
    }

    /** A row of a Markdown table. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "| %s | %s | %s | %.2f | %s |", this.what, this.ours, this.bare, ratio(),
                this.aim);
    }

}
