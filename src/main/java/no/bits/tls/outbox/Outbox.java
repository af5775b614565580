package no.bits.tls.outbox;

import org.springframework.stereotype.Service;

/**
 * The mails that we owe: a row in the caller's transaction, sent by a dispatcher of its
 * own.
 */
@Service
public class Outbox {

    /**
     * Owes a letter: renders it and stores it in the caller's transaction. The same
     * letter (purpose, case, recipient, period) is stored once, however often a retried
     * step asks.
     * @param letter what to send to whom
     */
    public void send(Letter letter) {
        throw new UnsupportedOperationException();
    }

}
