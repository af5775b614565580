package no.bits.tls.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** How long things took: how many of them in how many days. */
final class Spread {

    private final Map<Double, Long> numbers = new HashMap<>();

    private long size;

    private double sum;

    void add(double days, long number) {
        this.numbers.merge(days, number, Long::sum);
        this.size += number;
        this.sum += days * number;
    }

    void add(Spread other) {
        other.numbers.forEach(this::add);
    }

    /** How many there are. */
    long size() {
        return this.size;
    }

    /** How many days all of them took together. */
    double sum() {
        return this.sum;
    }

    /**
     * In how many days a share of them was done.
     * @param share from 0 to 1
     * @return the least number of days; nothing where there is none of them
     */
    @Nullable Double within(double share) {
        long left = (long) Math.ceil(share * this.size);
        List<Map.Entry<Double, Long>> inOrder = this.numbers.entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .toList();
        for (Map.Entry<Double, Long> one : inOrder) {
            left -= one.getValue();
            if (left <= 0) {
                return one.getKey();
            }
        }
        return null;
    }

}
