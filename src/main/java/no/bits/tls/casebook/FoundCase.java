package no.bits.tls.casebook;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A case in a list.
 *
 * @param caseNumber its number
 * @param kind what kind of case, in the reader's language
 * @param organisation whom it is about, may be empty
 * @param domain the domain that it is about, may be empty
 * @param startedAt when it began
 * @param endedAt when it ended; nothing while it runs
 * @param task what a person is to do now, in the reader's language; nothing if nobody is
 * @param taskId by which Tasklist opens that task
 * @param assignee who has claimed it
 */
record FoundCase(String caseNumber, String kind, String organisation, String domain, Instant startedAt,
        @Nullable Instant endedAt, @Nullable String task, @Nullable String taskId, @Nullable String assignee) {
}
