package no.bits.tls.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What several runs measured, in one unit. */
final class Figures {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        this.values.add(value);
        Collections.sort(this.values);
    }

    double median() {
        int size = this.values.size();
        return (this.values.get((size - 1) / 2) + this.values.get(size / 2)) / 2;
    }

    /** The median and, in brackets, the least and the most. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f (%.1f–%.1f)", median(), this.values.get(0),
                this.values.get(this.values.size() - 1));
    }

}
