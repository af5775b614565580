package no.bits.tls.outbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import no.bits.tls.workflow.Sought;
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
        return new Sought().in((this.state == null) ? Set.of() : this.state)
            .saying(this.words)
            .between(this.from, this.until)
            .before(this.before)
            .parameters();
    }

}
