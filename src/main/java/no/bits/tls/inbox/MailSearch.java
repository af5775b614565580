package no.bits.tls.inbox;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * Which of the mails that reached us a person looks for.
 *
 * @param state how far they have come; any where none is given
 * @param words what sender or subject hold, or a case number
 * @param from the first day in Oslo
 * @param until the last day in Oslo
 * @param before only mails older than the one with this number
 */
record MailSearch(@Nullable Set<MailState> state, @Nullable String words, @Nullable LocalDate from,
        @Nullable LocalDate until, @Nullable Long before) {

    private static final int LONGEST = 200;

    /** The conditions that these mails meet, of the mail {@code m} and its first. */
    List<String> conditions() {
        return parameters().keySet().stream().sorted().map((name) -> switch (name) {
            case "state" -> "m.state = any(:state)";
            case "case" -> "coalesce(m.case_number, first.case_number) = :case";
            case "words" -> "(m.sender ilike :words or m.subject ilike :words)";
            case "from" -> "m.received_at >= :from";
            case "until" -> "m.received_at < :until";
            default -> "m.id < :before";
        }).toList();
    }

    /** The values of the conditions' parameters. */
    Map<String, Object> parameters() {
        Map<String, Object> values = new HashMap<>();
        Optional.ofNullable(this.state)
            .filter((states) -> !states.isEmpty())
            .ifPresent((states) -> values.put("state", states.stream().map(MailState::name).toArray(String[]::new)));
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

    private static Object startOf(LocalDate day) {
        return InboundMails.at(day.atStartOfDay(OsloTime.ZONE).toInstant());
    }

    private static String pattern(String text) {
        return "%" + text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

}
