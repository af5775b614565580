package no.bits.tls.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** The least that can be called an SMTP server: takes every mail and forgets it. */
final class MailSink implements AutoCloseable {

    private final AtomicLong mails = new AtomicLong();

    private final ServerSocket server;

    private MailSink(ServerSocket server) {
        this.server = server;
    }

    static MailSink start() throws IOException {
        MailSink sink = new MailSink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        run(sink::accept);
        return sink;
    }

    int port() {
        return this.server.getLocalPort();
    }

    /** How many mails it took since it started. */
    long mails() {
        return this.mails.get();
    }

    @Override
    public void close() {
        try {
            this.server.close();
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The sink does not stop", ex);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = this.server.accept();
                socket.setTcpNoDelay(true);
                run(() -> talk(socket));
            }
        }
        catch (IOException ex) {
            // Closed.
        }
    }

    private void talk(Socket socket) {
        try (socket; InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16)) {
            OutputStream out = socket.getOutputStream();
            say(out, "220 sink");
            for (int command = firstOfLine(in); command > 0 && command != 'Q'; command = firstOfLine(in)) {
                say(out, (command == 'D') ? "354 go on" : "250 ok");
                if (command == 'D') {
                    skipBody(in);
                    this.mails.incrementAndGet();
                    say(out, "250 taken");
                }
            }
        }
        catch (IOException ex) {
            // The other side went.
        }
    }

    /** Reads a line and returns its first byte, or -1 at the end. */
    private static int firstOfLine(InputStream in) throws IOException {
        int first = in.read();
        for (int next = first; next >= 0 && next != '\n'; next = in.read()) {
            continue;
        }
        return first;
    }

    private static void skipBody(InputStream in) throws IOException {
        int state = 2;
        while (state < 5) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            state = afterByte(state, next);
        }
    }

    /** How much of CRLF, dot, CRLF was read: 1 after CR, 2 after CRLF and so on. */
    private static int afterByte(int state, int next) {
        return switch (next) {
            case '\r' -> (state == 3) ? 4 : 1;
            case '\n' -> (state == 4) ? 5 : (state == 1) ? 2 : 0;
            case '.' -> (state == 2) ? 3 : 0;
            default -> 0;
        };
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "sink");
        thread.setDaemon(true);
        thread.start();
    }

}
