package no.bits.tls.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

import no.bits.tls.tls.TlsSettings.Timeouts;

/**
 * One connection to a mail server, in strict lock-step: nothing is said before the server
 * has finished, and the last word is QUIT wherever it can still be said.
 */
final class SmtpConversation implements AutoCloseable {

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

    private final Timeouts timeouts;

    private final Socket line;

    private final Watchdog.Watch watch;

    private Socket socket;

    private ReplyReader replies;

    private boolean inStep;

    private SmtpConversation(Socket line, Timeouts timeouts, Watchdog.Watch watch) throws IOException {
        this.line = line;
        this.socket = line;
        this.timeouts = timeouts;
        this.watch = watch;
        this.replies = new ReplyReader(line.getInputStream());
    }

    /**
     * Connects.
     * @param address where
     * @param port which port
     * @param timeouts how long everything may take
     * @param watchdog who keeps the deadline
     * @return the open connection; the server has the word
     * @throws IOException if there is no connection
     */
    static SmtpConversation with(InetAddress address, int port, Timeouts timeouts, Watchdog watchdog)
            throws IOException {
        Socket line = new Socket();
        Watchdog.Watch watch = watchdog.closeAfter(timeouts.whole(), line);
        try {
            line.setTcpNoDelay(true);
            line.connect(new InetSocketAddress(address, port), Math.toIntExact(timeouts.connect().toMillis()));
            return new SmtpConversation(line, timeouts, watch);
        }
        catch (IOException ex) {
            watch.end();
            line.close();
            throw ex;
        }
    }

    /** Waits for the server's first word. */
    SmtpReply banner() throws IOException {
        return hear(this.timeouts.banner());
    }

    /** Gives a command and waits for the answer. */
    SmtpReply say(String command) throws IOException {
        this.inStep = false;
        this.socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return hear(this.timeouts.answer());
    }

    /**
     * Throws away what the server said without being asked.
     * @return whether it did
     */
    boolean discardWaiting() throws IOException {
        return this.replies.discardWaiting();
    }

    /**
     * Goes on inside TLS 1.2 or 1.3, in a context of its own: with a resumed session the
     * server would not show its certificate.
     * @param host the server's name, for SNI
     * @param noted where to note its chain
     * @return the session
     * @throws IOException if there is no handshake
     */
    SSLSession startTls(String host, ChainNote noted) throws IOException {
        this.inStep = false;
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] { noted }, null);
            SSLSocket inside = (SSLSocket) context.getSocketFactory().createSocket(this.line, host, 25, true);
            inside.setEnabledProtocols(new String[] { "TLSv1.3", "TLSv1.2" });
            inside.setSoTimeout(Math.toIntExact(this.timeouts.answer().toMillis()));
            inside.startHandshake();
            this.socket = inside;
            this.replies = new ReplyReader(inside.getInputStream());
            this.inStep = true;
            return inside.getSession();
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("This JVM has no TLS", ex);
        }
    }

    /** Sends bytes that are no SMTP any more and gives what comes back. */
    InputStream exchange(byte[] bytes) throws IOException {
        this.inStep = false;
        OutputStream out = this.line.getOutputStream();
        out.write(bytes);
        return this.line.getInputStream();
    }

    /** Whether the deadline has passed. */
    boolean expired() {
        return this.watch.passed();
    }

    @Override
    public void close() {
        try (this.line; Socket talking = this.socket) {
            if (this.inStep) {
                talking.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
                hear(LONGEST_GOODBYE);
            }
        }
        catch (IOException ex) {
            // Goodbye was said as well as the server let us.
        }
        finally {
            this.watch.end();
        }
    }

    private SmtpReply hear(Duration timeout) throws IOException {
        this.socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
        SmtpReply reply = this.replies.read();
        this.inStep = true;
        return reply;
    }

}
