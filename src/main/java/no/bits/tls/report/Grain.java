package no.bits.tls.report;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What figures are told apart by. */
enum Grain {

    /** The month in which something happened. */
    MONTH("month", "cast(:first as date)"),

    /** A kind of case, a state, a requirement. */
    KIND("kind", "''"),

    /** An end, a step, a cause, a verdict. */
    DETAIL("detail", "''"),

    /** How many days it took; below nothing where that is not asked. */
    DAYS("coalesce(days, -1)", "-1");

    private final String expression;

    private final String whateverItIs;

    Grain(String expression, String whateverItIs) {
        this.expression = expression;
        this.whateverItIs = whateverItIs;
    }

    /** All columns of a query that tells some of them apart. */
    static String columns(Collection<Grain> apart) {
        return Stream.of(values())
            .map((grain) -> "%s as %s".formatted(apart.contains(grain) ? grain.expression : grain.whateverItIs,
                    grain.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(", "));
    }

}
