package no.bits.tls.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Stands between the inbox and its mail server, listens, and cuts connections. */
final class ImapProxy implements AutoCloseable {

    private final ServerSocket entrance;

    private final int server;

    private final IntSupplier patience;

    private final Consumer<String> ear;

    /**
     * Opens on a free port.
     * @param server the mail server's port
     * @param patience after how many bytes from the server each connection is cut
     * @param ear hears what the client says before the server does
     */
    ImapProxy(int server, IntSupplier patience, Consumer<String> ear) {
        this.server = server;
        this.patience = patience;
        this.ear = ear;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        inBackground(this::welcome);
    }

    int port() {
        return this.entrance.getLocalPort();
    }

    @Override
    public void close() {
        try {
            this.entrance.close();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private void welcome() throws IOException {
        while (true) {
            Socket client = this.entrance.accept();
            Socket host = new Socket(InetAddress.getLoopbackAddress(), this.server);
            int patience = this.patience.getAsInt();
            inBackground(() -> pass(client, host, Integer.MAX_VALUE, this.ear));
            inBackground(() -> pass(host, client, patience, (answer) -> {
            }));
        }
    }

    private static void pass(Socket from, Socket to, int most, Consumer<String> ear) throws IOException {
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            int left = most;
            for (int read = in.read(bytes); read > 0; read = (left > 0) ? in.read(bytes) : -1) {
                ear.accept(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
                out.write(bytes, 0, Math.min(read, left));
                left -= Math.min(read, left);
            }
        }
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            }
            catch (IOException ex) {
                // One of both ends has hung up, as they may.
            }
        }, "imap-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends when somebody hangs up. */
    private interface Work {

        void run() throws IOException;

    }

}
