package no.bits.tls.inbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import no.bits.tls.workflow.Sought;
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
        return new Sought().in(names(this.state))
            .saying(this.words)
            .between(this.from, this.until)
            .before(this.before)
            .parameters();
    }

    private static List<String> names(@Nullable Set<MailState> states) {
        return (states == null) ? List.of() : states.stream().map(MailState::name).toList();
    }

}
