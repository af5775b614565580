package no.bits.tls.report;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A case behind a figure, without anything about anybody.
 *
 * @param caseNumber its number
 * @param kind the kind of case; empty where the engine has forgotten it
 * @param state open, or how it ended
 * @param startedAt when it was opened
 * @param endedAt when it ended
 * @param steps where it stands
 * @param instance the engine's process instance
 * @param diagram the engine's process definition
 */
record CaseRow(String caseNumber, String kind, String state, @Nullable Instant startedAt, @Nullable Instant endedAt,
        List<String> steps, @Nullable String instance, @Nullable String diagram) {

    static CaseRow forgotten(String caseNumber) {
        return new CaseRow(caseNumber, "", "", null, null, List.of(), null, null);
    }

}
