package no.bits.tls.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A real SMTP server that keeps a journal of each mail that it accepted and fails where a
 * test asks for it.
 */
class FaultySmtpServer implements AutoCloseable {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID: (<[^>]+>)");

    private final List<Accepted> journal = new CopyOnWriteArrayList<>();

    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();

    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private final AtomicInteger connections = new AtomicInteger();

    private final CountDownLatch closed = new CountDownLatch(1);

    private final ServerSocket server;

    private volatile Supplier<@Nullable Fault> chance = this.faults::poll;

    private volatile Runnable beforeAnswerToDot = () -> {
    };

    FaultySmtpServer() throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return this.server.getLocalPort();
    }

    List<Accepted> journal() {
        return List.copyOf(this.journal);
    }

    int connections() {
        return this.connections.get();
    }

    /** Fails at the next mail, then at the one after it, and so on. */
    void failNext(Fault... next) {
        this.faults.addAll(List.of(next));
    }

    /** Fails as chance has it, asked for every mail. */
    void failBy(Supplier<@Nullable Fault> chance) {
        this.chance = chance;
    }

    /** Does something between the final dot and its answer. */
    void beforeAnswerToDot(Runnable action) {
        this.beforeAnswerToDot = action;
    }

    @Override
    public void close() throws IOException {
        this.closed.countDown();
        this.server.close();
        for (Socket socket : this.sockets) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = this.server.accept();
                this.sockets.add(socket);
                this.connections.incrementAndGet();
                start(() -> talk(socket));
            }
        }
        catch (IOException ex) {
            // Closed.
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            new Dialogue(socket).run();
        }
        catch (IOException | UncheckedIOException | Hangup ex) {
            // The other side, or the fault, ended it.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "faulty-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where a dialogue fails. */
    enum Stage {

        CONNECT, EHLO, MAIL, RCPT, DATA, BODY, DOT, ACCEPTED, DONE

    }

    /**
     * One failure.
     *
     * @param stage where; BODY is after the first line, DOT after the dot with nothing
     * kept, ACCEPTED after the dot with the mail kept, DONE after the answer
     * @param answer what the server says instead: an SMTP reply (after 421 it hangs up),
     * or CUT, or HANG
     */
    record Fault(Stage stage, String answer) {

        static Fault cut(Stage stage) {
            return new Fault(stage, "CUT");
        }

        static Fault hang(Stage stage) {
            return new Fault(stage, "HANG");
        }

    }

    /**
     * A mail that the server took.
     *
     * @param messageId its Message-ID
     * @param from the MAIL command
     * @param to the RCPT command
     * @param content the mail, with LF
     */
    record Accepted(String messageId, String from, String to, String content) {
    }

    /** The server's side of one connection. */
    private final class Dialogue {

        private final Socket socket;

        private final BufferedReader in;

        private @Nullable Fault fault;

        private String from = "";

        private String to = "";

        Dialogue(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        }

        void run() throws IOException {
            this.fault = FaultySmtpServer.this.chance.get();
            say(Stage.CONNECT, "220 faulty ESMTP");
            for (String line = this.in.readLine(); line != null; line = this.in.readLine()) {
                answer(line);
            }
        }

        private void answer(String line) throws IOException {
            switch (line.split("[ :]")[0]) {
                case "EHLO" -> say(Stage.EHLO, "250-faulty\r\n250-DSN\r\n250 8BITMIME");
                case "MAIL" -> mail(line);
                case "RCPT" -> {
                    this.to = line;
                    say(Stage.RCPT, "250 ok");
                }
                case "DATA" -> data();
                case "HELO" -> write("502 EHLO or nothing");
                case "QUIT" -> throw new Hangup();
                default -> say(null, "250 ok");
            }
        }

        private void mail(String line) throws IOException {
            if (this.fault == null || this.fault.stage().compareTo(Stage.MAIL) < 0) {
                this.fault = FaultySmtpServer.this.chance.get();
            }
            this.from = line;
            say(Stage.MAIL, "250 ok");
        }

        private void data() throws IOException {
            if (!say(Stage.DATA, "354 go on")) {
                return;
            }
            List<String> lines = new ArrayList<>();
            for (String line = body(); !".".equals(line); line = body()) {
                fail(Stage.BODY);
                lines.add(line.startsWith(".") ? line.substring(1) : line);
            }
            FaultySmtpServer.this.beforeAnswerToDot.run();
            if (fail(Stage.DOT)) {
                return;
            }
            keep(String.join("\n", lines));
            say(Stage.ACCEPTED, "250 2.0.0 kept");
            fail(Stage.DONE);
        }

        private String body() throws IOException {
            String line = this.in.readLine();
            if (line == null) {
                throw new Hangup();
            }
            return line;
        }

        private void keep(String content) {
            Matcher matcher = MESSAGE_ID.matcher(content);
            FaultySmtpServer.this.journal
                .add(new Accepted(matcher.find() ? matcher.group(1) : "", this.from, this.to, content));
        }

        private boolean say(@Nullable Stage stage, String answer) throws IOException {
            if (fail(stage)) {
                return false;
            }
            write(answer);
            return true;
        }

        private boolean fail(@Nullable Stage stage) throws IOException {
            if (this.fault == null || this.fault.stage() != stage) {
                return false;
            }
            String answer = this.fault.answer();
            this.fault = null;
            switch (answer) {
                case "CUT" -> throw new Hangup();
                case "HANG" -> hang();
                default -> write(answer);
            }
            if (answer.startsWith("421")) {
                throw new Hangup();
            }
            return true;
        }

        private void write(String answer) throws IOException {
            this.socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        private void hang() {
            try {
                FaultySmtpServer.this.closed.await();
            }
            catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
            }
            throw new Hangup();
        }

    }

    /** Ends a connection. */
    private static final class Hangup extends RuntimeException {

        Hangup() {
            super("hang up");
        }

    }

}
