package no.bits.tls.outbox;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * Which of our mails a person looks for.
 *
 * @param state how far they have come, as in {@link OutgoingMail.State}; any where none
 * is given
 * @param words what recipient or subject hold, or a case number
 * @param from the first day in Oslo
 * @param until the last day in Oslo
 * @param before only mails older than this one
 */
record SentSearch(@Nullable Set<String> state, @Nullable String words, @Nullable LocalDate from,
        @Nullable LocalDate until, @Nullable UUID before) {

    private static final int LONGEST = 200;

    /** The conditions that these mails meet. */
    List<String> conditions() {
        return parameters().keySet().stream().sorted().map((name) -> switch (name) {
            case "state" -> "state = any(:state)";
            case "case" -> "case_number = :case";
            case "words" -> "(recipient ilike :words or subject ilike :words)";
            case "from" -> "created_at >= :from";
            case "until" -> "created_at < :until";
            default -> "(created_at, id) < (select created_at, id from backoffice.outbound_mail where id = :before)";
        }).toList();
    }

    /** The values of the conditions' parameters. */
    Map<String, Object> parameters() {
        Map<String, Object> values = new HashMap<>();
        Optional.ofNullable(this.state)
            .filter((states) -> !states.isEmpty())
            .ifPresent((states) -> values.put("state", states.toArray(String[]::new)));
        Optional.ofNullable(this.words).map(String::strip).filter((text) -> !text.isEmpty()).ifPresent((text) -> {
            Optional<CaseNumber> number = CaseNumber.in(text.toUpperCase(Locale.ROOT));
            values.put(number.isPresent() ? "case" : "words",
                    number.map(CaseNumber::value).orElseGet(() -> pattern(text)));
        });
        Optional.ofNullable(this.from).ifPresent((day) -> values.put("from", startOf(day)));
        Optional.ofNullable(this.until).ifPresent((day) -> values.put("until", startOf(day.plusDays(1))));
        Optional.ofNullable(this.before).ifPresent((id) -> values.put("before", id));
        return values;
    }

    private static Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(OsloTime.ZONE).toInstant());
    }

    private static String pattern(String text) {
        return "%" + text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

}
