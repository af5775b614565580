package no.bits.tls.tls;

import java.io.IOException;

/** The other side does not speak SMTP, or without end. */
final class NotSmtp extends IOException {

    private static final long serialVersionUID = 1L;

    private NotSmtp(String message) {
        super(message);
    }

    static NotSmtp saying(String line) {
        return new NotSmtp(Quote.of(line));
    }

    static NotSmtp beyondLimits() {
        return new NotSmtp("an answer without end");
    }

}
