package no.bits.tls.report;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import no.bits.tls.workflow.DeskLanguage;

/** The lines of panels that go by months or quarters. */
final class Months {

    private Months() {
    }

    /** A line for each month. */
    static <K> List<Label<K>> of(Period period, Function<Period, K> what) {
        return period.months()
            .stream()
            .map((month) -> new Label<>(month.toString(), name(month), false, what.apply(new Period(month, month))))
            .toList();
    }

    /** A line for each month, and one that sums them up. */
    static <K> List<Label<K>> withTotal(Period period, Function<Period, K> what) {
        List<Label<K>> lines = new ArrayList<>(of(period, what));
        lines.add(Label.total(what.apply(period)));
        return lines;
    }

    /** A line for each quarter. */
    static <K> List<Label<K>> quarters(Period period, Function<Period, K> what) {
        return period.quarters()
            .stream()
            .map((month) -> new Label<>("%d-Q%d".formatted(month.getYear(), quarter(month)),
                    new Words("%d. kvartal %d", "Q%d %d").say().formatted(quarter(month), month.getYear()), false,
                    what.apply(new Period(month, month))))
            .toList();
    }

    private static int quarter(YearMonth month) {
        return (month.getMonthValue() + 2) / 3;
    }

    private static String name(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", Locale.forLanguageTag(DeskLanguage.ofReader().code()))
            .format(month);
    }

}
