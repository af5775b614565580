package no.bits.tls.errorreport;

import java.time.Instant;

import no.bits.tls.evidence.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What a server said, for a letter.
 *
 * @param server which one, may be empty
 * @param at when, where that is known
 * @param said its words with the status, on one line
 */
record Quote(String server, @Nullable Instant at, String said) {

    private static final int LONGEST = 300;

    static Quote of(Failure failure) {
        String line = failure.said().replaceAll("\\s+", " ").strip();
        String said = (line.length() <= LONGEST) ? line : line.substring(0, LONGEST) + " …";
        String status = failure.status();
        return new Quote(failure.server(), failure.at(),
                (status.isEmpty() || said.contains(status)) ? said : status + " " + said);
    }

}
