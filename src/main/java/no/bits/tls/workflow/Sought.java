package no.bits.tls.workflow;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import no.bits.tls.calendar.OsloTime;
import org.jspecify.annotations.Nullable;

/** What a person looks for in a list, as the named parameters of a query. */
public final class Sought {

    private static final int LONGEST = 200;

    private final Map<String, Object> parameters = new HashMap<>();

    /**
     * Looks for things by how far they have come.
     * @param states the names of the states ({@code state}); none for any
     * @return the same
     */
    public Sought in(Collection<String> states) {
        if (!states.isEmpty()) {
            this.parameters.put("state", states.toArray(String[]::new));
        }
        return this;
    }

    /**
     * Looks for things by what they say.
     * @param words a case number ({@code case}), or the first 200 characters of what is
     * to be found, as a pattern for {@code ilike} ({@code words})
     * @return the same
     */
    public Sought saying(@Nullable String words) {
        Optional.ofNullable(words).map(String::strip).filter((text) -> !text.isEmpty()).ifPresent((text) -> {
            Optional<CaseNumber> number = CaseNumber.in(text.toUpperCase(Locale.ROOT));
            this.parameters.put(number.isPresent() ? "case" : "words",
                    number.map(CaseNumber::value).orElseGet(() -> pattern(text)));
        });
        return this;
    }

    /**
     * Looks for things by their days in Oslo.
     * @param from the first day, as the time of its start ({@code from})
     * @param until the last day, as the time of its end ({@code until})
     * @return the same
     */
    public Sought between(@Nullable LocalDate from, @Nullable LocalDate until) {
        Optional.ofNullable(from).ifPresent((day) -> this.parameters.put("from", startOf(day)));
        Optional.ofNullable(until).ifPresent((day) -> this.parameters.put("until", startOf(day.plusDays(1))));
        return this;
    }

    /**
     * Looks for things further down the list.
     * @param last the last one that was seen ({@code before})
     * @return the same
     */
    public Sought before(@Nullable Object last) {
        Optional.ofNullable(last).ifPresent((id) -> this.parameters.put("before", id));
        return this;
    }

    /**
     * The parameters of what is looked for.
     * @return their values by name
     */
    public Map<String, Object> parameters() {
        return Map.copyOf(this.parameters);
    }

    private static Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(OsloTime.ZONE).toInstant());
    }

    /**
     * A pattern for {@code ilike} that finds a text within others.
     * @param text what is looked for; its first 100 characters count
     * @return the pattern, with nothing special left in the text
     */
    public static String pattern(String text) {
        return "%" + text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

}
