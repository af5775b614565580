package no.bits.tls.outbox;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server reports about the delivery of one of our mails (RFC 3464).
 *
 * @param action what it did
 * @param status the enhanced status code (RFC 3463), for example {@code 5.1.1}; empty
 * where the report has none
 * @param diagnostic what the server that refused said, one line; may be empty
 * @param remoteServer the server that refused; may be empty
 */
public record DeliveryReport(Action action, String status, String diagnostic, String remoteServer) {

    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b(?!\\.\\d)");

    /** X.1.7 and X.1.8 speak of the sender's address. */
    private static final Pattern DEAD_ADDRESS = Pattern.compile("5\\.1\\.(?![78]$)\\d+");

    /** X.1.0 says nothing of its own; the words may be about us. */
    private static final Pattern ABOUT_SENDER = Pattern.compile("\\bsender\\b", Pattern.CASE_INSENSITIVE);

    /**
     * Cryptographic failure (RFC 3463), encryption needed (RFC 5248), Microsoft's own.
     */
    private static final Pattern TLS_STATUS = Pattern.compile("[45]\\.7\\.(?:5|10|32[1-6])");

    /** A reply to one of our mails; 530 is about our own log-in or TLS (RFC 4954). */
    private static final Pattern REFUSAL = Pattern.compile("(?!530)[45]\\d\\d[ -].*", Pattern.DOTALL);

    /**
     * What our own mail server's answer to a mail amounts to.
     * @param answer what it said last
     * @return a report that the mail is given up, or nothing where the answer says
     * nothing about the recipient: a lost connection, or trouble with our own log-in
     */
    public static Optional<DeliveryReport> ofRefusal(String answer) {
        return Optional.of(answer)
            .filter((said) -> REFUSAL.matcher(said).matches())
            .map((said) -> new DeliveryReport(Action.FAILED, "", said, ""));
    }

    /**
     * The status that speaks of the cause: that of the refusing server, which the
     * reporting one does not always repeat.
     * @return a status such as {@code 5.1.1}; empty where nobody gave one
     */
    public String cause() {
        Matcher said = STATUS.matcher(this.diagnostic);
        return said.results().map(MatchResult::group).findFirst().orElse(this.status);
    }

    /**
     * Whether nobody can be reached at the address (RFC 3463, X.1).
     * @return whether it was given up because the address is none
     */
    public boolean isDeadAddress() {
        return this.action == Action.FAILED && DEAD_ADDRESS.matcher(cause()).matches()
                && !(cause().equals("5.1.0") && ABOUT_SENDER.matcher(this.diagnostic).find());
    }

    /**
     * Whether the mail could not go over TLS.
     * @return whether the server's words or status (RFC 3463, X.7.5; RFC 5248, X.7.10)
     * say so
     */
    public boolean isTlsFailure() {
        return isTrouble() && (TLS_STATUS.matcher(cause()).matches() || TlsComplaint.isIn(this.diagnostic));
    }

    /**
     * The report in one line, for staff.
     * @return status, server and its words
     */
    public String line() {
        String server = this.remoteServer.isEmpty() ? "" : " (%s)".formatted(this.remoteServer);
        return (this.diagnostic.isEmpty() ? this.status : this.diagnostic) + server;
    }

    private boolean isTrouble() {
        return this.action == Action.FAILED || this.action == Action.DELAYED;
    }

    /** What the reporting server did (RFC 3464, 2.3.3). */
    public enum Action {

        /** It gave the mail up. */
        FAILED,

        /** It still tries. */
        DELAYED,

        /** It brought the mail to its mailbox. */
        DELIVERED,

        /** It passed the mail on to where no reports come from. */
        RELAYED,

        /** It passed the mail on to several addresses. */
        EXPANDED

    }

}
