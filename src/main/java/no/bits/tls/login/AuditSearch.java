package no.bits.tls.login;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import no.bits.tls.workflow.Sought;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator looks for in the book of who has looked at personal data.
 *
 * @param person the user's id
 * @param caseNumber the number of a case
 * @param from the first day in Oslo
 * @param until the last day in Oslo
 * @param before only entries older than this one
 */
record AuditSearch(@Nullable String person, @Nullable String caseNumber, @Nullable LocalDate from,
        @Nullable LocalDate until, @Nullable Long before) {

    /** The conditions that entries meet which have these parameters. */
    static List<String> conditions(Map<String, Object> parameters) {
        return parameters.keySet().stream().sorted().map((name) -> switch (name) {
            case "person" -> "person = :person";
            case "things" -> "kind || ' ' || thing = any(:things)";
            case "from" -> "looked_at >= :from";
            case "until" -> "looked_at < :until";
            default -> "id < :before";
        }).toList();
    }

    /** The values of the parameters, where the case is all of these things. */
    Map<String, Object> parameters(List<String> things) {
        Map<String, Object> all = new HashMap<>(
                new Sought().between(this.from, this.until).before(this.before).parameters());
        given(this.person).ifPresent((value) -> all.put("person", value));
        given(this.caseNumber).ifPresent((value) -> all.put("things", things.toArray(String[]::new)));
        return all;
    }

    private static Optional<String> given(@Nullable String words) {
        return Optional.ofNullable(words).map(String::strip).filter((text) -> !text.isEmpty());
    }

}
