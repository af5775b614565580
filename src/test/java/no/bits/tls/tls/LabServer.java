package no.bits.tls.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import no.bits.tls.tls.Script.Fault;
import no.bits.tls.tls.Script.Inside;
import org.jspecify.annotations.Nullable;

/** A mail server on loopback that follows its script and remembers what it heard. */
final class LabServer implements AutoCloseable {

    private static final int A_WHILE = 300;

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private final CountDownLatch closed = new CountDownLatch(1);

    private final ServerSocket server = new ServerSocket();

    private volatile Script script;

    LabServer(InetAddress address, int port, Script script) throws IOException {
        this.script = script;
        this.server.setReuseAddress(true);
        this.server.bind(new InetSocketAddress(address, port), 200);
        start(this::accept);
    }

    int port() {
        return this.server.getLocalPort();
    }

    InetAddress address() {
        return this.server.getInetAddress();
    }

    void follow(Script script) {
        this.script = script;
    }

    /** Every command of every connection, each connection begun with {@code connect}. */
    List<String> heard() {
        synchronized (this.heard) {
            return List.copyOf(this.heard);
        }
    }

    long connections() {
        return heard().stream().filter("connect"::equals).count();
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
            throw new UncheckedIOException(ex);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = this.server.accept();
                this.sockets.add(socket);
                start(() -> talk(socket));
            }
        }
        catch (IOException ex) {
            // Closed.
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            this.heard.add("connect");
            Script followed = this.script;
            Inside plain = new Inside(socket.getInputStream(), socket.getOutputStream());
            if (answer(followed, "banner", plain.out()) && converse(followed, plain, "")) {
                Inside inside = followed.tls().handshake(socket);
                if (inside != null) {
                    converse(followed, inside, " inside");
                }
            }
        }
        catch (IOException ex) {
            // The other side, or the fault, ended it.
        }
        finally {
            this.sockets.remove(socket);
        }
    }

    private boolean converse(Script followed, Inside line, String where) throws IOException {
        for (String command = line(line.in()); command != null; command = line(line.in())) {
            this.heard.add(command + where);
            String verb = command.split("[ :]")[0];
            if (!answer(followed, verb + where, line.out()) || verb.equals("QUIT")) {
                return false;
            }
            if (verb.equals("STARTTLS") && followed.answers().getOrDefault("STARTTLS", "").startsWith("220")) {
                return true;
            }
        }
        return false;
    }

    private boolean answer(Script followed, String command, OutputStream out) throws IOException {
        Fault fault = followed.at().equals(command) ? followed.fault() : null;
        String answer = followed.answers().getOrDefault(command, "250 ok");
        if (fault == Fault.CUT || fault == Fault.HANG && waits(Long.MAX_VALUE)) {
            return false;
        }
        if (fault == Fault.DRIP) {
            drip(out);
        }
        if (fault == Fault.FLOOD) {
            answer = "220 " + "x".repeat(100_000);
        }
        if (fault == Fault.SLOW) {
            waits(A_WHILE);
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return !answer.startsWith("421");
    }

    private void drip(OutputStream out) throws IOException {
        for (out.write("220-".getBytes(StandardCharsets.US_ASCII)); !waits(50);) {
            out.write('x');
        }
    }

    private boolean waits(long millis) {
        try {
            return this.closed.await(millis, TimeUnit.MILLISECONDS) || millis == Long.MAX_VALUE;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Reads no further than the line: what follows may be TLS. */
    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "lab-server");
        thread.setDaemon(true);
        thread.start();
    }

}
