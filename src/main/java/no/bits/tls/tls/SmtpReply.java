package no.bits.tls.tls;

import java.util.List;
import java.util.Locale;

/**
 * One answer of an SMTP server (RFC 5321, 4.2), quoted.
 *
 * @param code its three digits
 * @param lines the texts behind them, one a line
 */
record SmtpReply(int code, List<String> lines) {

    SmtpReply {
        lines = List.copyOf(lines);
    }

    boolean positive() {
        return this.code / 100 == 2;
    }

    boolean temporary() {
        return this.code / 100 == 4;
    }

    boolean lasting() {
        return this.code / 100 == 5;
    }

    /** Whether an answer to EHLO offers an extension. */
    boolean offers(String extension) {
        return this.lines.stream()
            .skip(1)
            .anyMatch((line) -> line.toUpperCase(Locale.ROOT).split("[ =]", 2)[0].equals(extension));
    }

    /** For people: {@code 450 4.7.1 Try again later}. */
    @Override
    public String toString() {
        return Quote.of(this.code + " " + String.join(" ", this.lines));
    }

}
