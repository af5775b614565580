package no.bits.tls.tls;

import java.time.Duration;

/** What somebody gets who wants to connect to a mail server. */
sealed interface Turn {

    /**
     * May connect now, and says when it is done.
     *
     * @param id the connection's number
     */
    record Taken(long id) implements Turn {
    }

    /**
     * Need not connect: somebody else has asked the same.
     *
     * @param report what that found
     */
    record Shared(ServerReport report) implements Turn {
    }

    /**
     * May not connect yet.
     *
     * @param time when to ask again
     */
    record Later(Duration time) implements Turn {
    }

}
