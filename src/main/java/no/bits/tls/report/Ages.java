package no.bits.tls.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** How old things are, in a few classes. */
final class Ages {

    private final List<Words> classes;

    /** The oldest first; what is younger than the last moment is not there. */
    private final List<Instant> moments;

    private Ages(List<Words> classes, List<Instant> moments) {
        this.classes = classes;
        this.moments = moments;
    }

    /**
     * Makes classes.
     * @param clock tells the time
     * @param days how many days each class but the youngest begins at, the oldest first
     * @param classes what the classes are called, the oldest first
     */
    static Ages of(Clock clock, List<Integer> days, Words... classes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Stream<Instant> bounds = days.stream().map((age) -> now.minus(Duration.ofDays(age)));
        return new Ages(List.of(classes), Stream.concat(bounds, Stream.of(now.plus(Duration.ofDays(1)))).toList());
    }

    /** Between which moments to count. */
    List<Instant> moments() {
        return this.moments;
    }

    /** A column for each class, the youngest first, and one with all. */
    List<Measure<Standing>> measures() {
        List<Measure<Standing>> measures = new ArrayList<>(IntStream.range(0, this.classes.size())
            .mapToObj((place) -> this.classes.size() - 1 - place)
            .map((place) -> Measure.drawn(this.classes.get(place), Unit.COUNT,
                    (Standing row) -> Figure.of(row.at(place), between(row.query(), place))))
            .toList());
        measures
            .add(Measure.told(new Words("I alt", "In all"), Unit.COUNT, (row) -> Figure.of(row.total(), row.query())));
        return measures;
    }

    private CaseQuery between(CaseQuery query, int place) {
        return query.between((place > 0) ? this.moments.get(place - 1) : null, until(place));
    }

    private @Nullable Instant until(int place) {
        return (place < this.moments.size() - 1) ? this.moments.get(place) : null;
    }

    /**
     * What one line counts.
     *
     * @param query how to ask for all its cases
     * @param places how many lie where
     */
    record Standing(CaseQuery query, List<Place> places) {

        long at(int place) {
            return this.places.stream().filter((one) -> one.place() == place).mapToLong(Place::number).sum();
        }

        long total() {
            return this.places.stream().mapToLong(Place::number).sum();
        }

    }

}
