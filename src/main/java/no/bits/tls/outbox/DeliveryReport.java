package no.bits.tls.outbox;

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

    private static final Pattern TLS = Pattern.compile(
            "\\bSTARTTLS\\b|\\bTLS\\b|\\bSSL\\b|\\bDANE\\b|\\bTLSA\\b|\\bMTA-STS\\b|\\bcertificates?\\b",
            Pattern.CASE_INSENSITIVE);

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
        return this.action == Action.FAILED && DEAD_ADDRESS.matcher(cause()).matches();
    }

    /**
     * Whether the mail could not go over TLS.
     * @return whether the server's words or status (RFC 3463, X.7.5) say so
     */
    public boolean isTlsFailure() {
        return isTrouble() && (cause().endsWith(".7.5") || TLS.matcher(this.diagnostic).find());
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
