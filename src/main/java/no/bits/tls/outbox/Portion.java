package no.bits.tls.outbox;

import java.time.Duration;
import java.util.List;

/**
 * What a worker got when it asked for mails.
 *
 * @param mails the mails that it claimed, the one due longest first; empty where none may
 * leave now
 * @param pause how long until the next mail may leave; zero where that does not depend on
 * the pace
 */
record Portion(List<QueuedMail> mails, Duration pause) {

    static Portion of(List<QueuedMail> mails) {
        return new Portion(mails, Duration.ZERO);
    }

    static Portion after(Duration pause) {
        return new Portion(List.of(), pause);
    }

}
