package no.bits.tls.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real SMTP server that keeps a journal of each mail that it accepted and fails where a
 * test asks for it.
 */
class FaultySmtpServer implements AutoCloseable {

    private final List<AcceptedMail> journal = new CopyOnWriteArrayList<>();

    private final List<String> commands = new CopyOnWriteArrayList<>();

    private final List<String> recipients = new CopyOnWriteArrayList<>();

    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();

    private final Map<String, String> refusals = new ConcurrentHashMap<>();

    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private final AtomicInteger connections = new AtomicInteger();

    private final CountDownLatch closed = new CountDownLatch(1);

    private final ServerSocket server;

    private volatile Fault.Plan plan = (connecting) -> this.faults.poll();

    private volatile Runnable beforeAnswerToDot = () -> {
    };

    FaultySmtpServer() {
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The server finds no port", ex);
        }
        start(this::accept);
    }

    int port() {
        return this.server.getLocalPort();
    }

    List<AcceptedMail> journal() {
        return List.copyOf(this.journal);
    }

    /** The first word of each command that was heard, in order. */
    List<String> commands() {
        return List.copyOf(this.commands);
    }

    /** Each recipient that was named, taken or not, in order. */
    List<String> recipients() {
        return List.copyOf(this.recipients);
    }

    int connections() {
        return this.connections.get();
    }

    /** Fails at the next mail, then at the one after it, and so on. */
    void failNext(Fault... next) {
        this.faults.addAll(List.of(next));
    }

    /** Fails as a plan has it. */
    void failBy(Fault.Plan plan) {
        this.plan = plan;
    }

    /** Answers to each recipient in a domain, until told otherwise. */
    void refuse(String domain, String answer) {
        this.refusals.put(domain, answer);
    }

    void refuseNobody() {
        this.refusals.clear();
    }

    /** Does something between the final dot and its answer. */
    void beforeAnswerToDot(Runnable action) {
        this.beforeAnswerToDot = action;
    }

    Fault.Plan plan() {
        return this.plan;
    }

    Map<String, String> refusals() {
        return this.refusals;
    }

    void heard(String command) {
        this.commands.add(command);
    }

    void named(String recipient) {
        this.recipients.add(recipient);
    }

    void dotHeard() {
        this.beforeAnswerToDot.run();
    }

    void keep(AcceptedMail mail) {
        this.journal.add(mail);
    }

    void awaitClosing() {
        try {
            this.closed.await();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        this.closed.countDown();
        try {
            this.server.close();
            for (Socket socket : this.sockets) {
                socket.close();
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The server does not stop", ex);
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
            new SmtpDialogue(this, socket).run();
        }
        catch (IOException | UncheckedIOException | SmtpDialogue.Hangup ex) {
            // The other side, or the fault, ended it.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "faulty-smtp");
        thread.setDaemon(true);
        thread.start();
    }

}
