package no.bits.tls.tls;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

import org.springframework.core.NestedExceptionUtils;

/**
 * The steps of one probe over one connection; each writes down what it sees, and says why
 * where it goes no further.
 */
final class ProbeDialogue {

    private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");

    private static final Pattern CHOSEN = Pattern.compile("(?:version|chose) (TLS|TLSv|SSLv)(1|10|11|1\\.1|3|30),? ");

    private final SmtpConversation conversation;

    private final TlsSettings settings;

    private final ProbeNotes notes;

    ProbeDialogue(SmtpConversation conversation, TlsSettings settings, ProbeNotes notes) {
        this.conversation = conversation;
        this.settings = settings;
        this.notes = notes;
    }

    /** Up to the answer to EHLO, which must offer STARTTLS. */
    void greet() throws ProbeStopped {
        SmtpReply banner = step("banner", this.conversation::banner);
        this.notes.banner(banner);
        mustBePositive(banner);
        SmtpReply ehlo = ehlo("EHLO");
        this.notes.ehlo(ehlo);
        if (!ehlo.offers("STARTTLS")) {
            throw new ProbeStopped(Finding.STARTTLS_MISSING, ehlo.toString());
        }
    }

    /**
     * STARTTLS and the handshake.
     * @return the server's chain
     */
    ChainNote startTls() throws ProbeStopped {
        SmtpReply reply = step("STARTTLS", () -> this.conversation.say("STARTTLS"));
        if (reply.lasting()) {
            throw new ProbeStopped(Finding.STARTTLS_REFUSED, reply.toString(), reply.toString());
        }
        mustBePositive(reply);
        if (step("STARTTLS", this.conversation::discardWaiting)) {
            this.notes.found(Verdict.of(Requirement.STARTTLS, Finding.BYTES_AFTER_STARTTLS));
        }
        ChainNote noted = new ChainNote();
        try {
            SSLSession session = this.conversation.startTls(this.notes.mailHost(), noted);
            this.notes.session(session.getProtocol(), session.getCipherSuite());
            return noted;
        }
        catch (IOException ex) {
            throw handshakeFailed(ex);
        }
        finally {
            this.notes.chain(noted.chain());
        }
    }

    /** EHLO once more, inside TLS: only now has the server proven everything. */
    void greetInside() throws ProbeStopped {
        ehlo("EHLO, TLS");
        this.notes.found(Verdict.of(Requirement.MAIL_SERVERS, Finding.REACHED));
        this.notes.found(Verdict.of(Requirement.STARTTLS, Finding.STARTTLS_WORKS));
        this.notes.found(
                Verdict.of(Requirement.TLS_VERSION, Finding.VERSION_GOOD, this.notes.tlsVersion().replace("v", " ")));
    }

    private SmtpReply ehlo(String step) throws ProbeStopped {
        SmtpReply reply = step(step, () -> this.conversation.say("EHLO " + this.settings.ehloName()));
        mustBePositive(reply);
        return reply;
    }

    private static void mustBePositive(SmtpReply reply) throws ProbeStopped {
        String said = reply.toString();
        if (reply.temporary()) {
            throw new ProbeStopped(Finding.TRY_LATER, said, said);
        }
        if (!reply.positive()) {
            throw new ProbeStopped(reply.lasting() ? Finding.REFUSED_US : Finding.NOT_SMTP, said, said);
        }
    }

    private <T> T step(String name, Step<T> step) throws ProbeStopped {
        try {
            return step.take();
        }
        catch (IOException ex) {
            throw broken(name, ex);
        }
    }

    private ProbeStopped handshakeFailed(IOException ex) {
        String said = String.valueOf(ex.getMessage());
        Matcher chosen = CHOSEN.matcher(said);
        if (chosen.find()) {
            return new ProbeStopped(Finding.VERSION_TOO_OLD, Quote.of(said), oldVersion(chosen.group(2)));
        }
        Matcher alert = ALERT.matcher(said);
        if (!alert.find()) {
            return broken("TLS", ex);
        }
        return alert.group(1).equals("protocol_version") ? new ProbeStopped(Finding.VERSION_NOT_COMMON, Quote.of(said))
                : new ProbeStopped(Finding.HANDSHAKE_REFUSED, Quote.of(said), Quote.of(alert.group(1)));
    }

    private ProbeStopped broken(String step, IOException ex) {
        String said = Quote.of(ex.toString());
        if (this.conversation.expired()) {
            return new ProbeStopped(Finding.TOO_SLOW, said, seconds(this.settings.timeouts().whole()));
        }
        if (ex instanceof NotSmtp strange) {
            return new ProbeStopped(Finding.NOT_SMTP, said, String.valueOf(strange.getMessage()));
        }
        if (NestedExceptionUtils.getRootCause(ex) instanceof SocketTimeoutException
                || ex instanceof SocketTimeoutException) {
            return step.equals("banner")
                    ? new ProbeStopped(Finding.BANNER_LATE, said, seconds(this.settings.timeouts().banner()))
                    : new ProbeStopped(Finding.ANSWER_LATE, said, step);
        }
        return (ex instanceof SSLException && !isLoss(ex)) ? new ProbeStopped(Finding.HANDSHAKE_REFUSED, said, said)
                : new ProbeStopped(Finding.CONNECTION_LOST, said, step);
    }

    private static boolean isLoss(IOException ex) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(ex);
        return cause instanceof SocketException || cause instanceof EOFException;
    }

    private static String seconds(Duration time) {
        return Long.toString(time.toSeconds());
    }

    private static String oldVersion(String chosen) {
        return switch (chosen) {
            case "1", "10" -> "TLS 1.0";
            case "11", "1.1" -> "TLS 1.1";
            default -> "SSL 3.0";
        };
    }

    /** Something that waits for the server. */
    private interface Step<T> {

        T take() throws IOException;

    }

}
