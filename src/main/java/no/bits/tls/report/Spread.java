package no.bits.tls.report;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** How long things took: how many of them in how many days. */
final class Spread {

    private final SortedMap<Double, Long> numbers = new TreeMap<>();

    private long size;

    void add(double days, long number) {
        if (days >= 0) {
            this.numbers.merge(days, number, Long::sum);
            this.size += number;
        }
    }

    /** How many there are. */
    long size() {
        return this.size;
    }

    /** How many days all of them took together. */
    double sum() {
        return this.numbers.entrySet().stream().mapToDouble((one) -> one.getKey() * one.getValue()).sum();
    }

    /**
     * In how many days a share of them was done.
     * @param share from 0 to 1
     * @return the least number of days; nothing where there is none of them
     */
    @Nullable Double within(double share) {
        long left = (long) Math.ceil(share * this.size);
        for (Map.Entry<Double, Long> one : this.numbers.entrySet()) {
            left -= one.getValue();
            if (left <= 0) {
                return one.getKey();
            }
        }
        return null;
    }

}
