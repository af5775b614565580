package no.bits.tls.outbox;

import org.jspecify.annotations.Nullable;

/**
 * One failure of a {@link FaultySmtpServer}.
 *
 * @param stage where
 * @param answer what the server says instead: an SMTP reply (after 421 it hangs up), or
 * CUT, or HANG
 */
record Fault(Stage stage, String answer) {

    static Fault cut(Stage stage) {
        return new Fault(stage, "CUT");
    }

    static Fault hang(Stage stage) {
        return new Fault(stage, "HANG");
    }

    /** Where a dialogue fails. */
    enum Stage {

        CONNECT, EHLO, MAIL, RCPT, DATA,
        /** In the body, after its first line. */
        BODY,
        /** After the final dot, with nothing kept. */
        DOT,
        /** After the final dot, with the mail kept: the one window of RFC 1047. */
        ACCEPTED,
        /** After the answer to the final dot. */
        DONE;

        boolean isOfConnection() {
            return compareTo(MAIL) < 0;
        }

    }

    /** Says where the next failure is. */
    interface Plan {

        /**
         * Asked at each new connection and at each mail.
         * @param connecting whether the connection is new
         * @return the failure, if any
         */
        @Nullable Fault next(boolean connecting);

    }

}
