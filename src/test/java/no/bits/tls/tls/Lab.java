package no.bits.tls.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * Mail servers on 127.0.0.1, 127.0.0.2 and so on, all on one port, and settings with
 * which they are asked: impatient, and with the tests' own root.
 */
final class Lab implements AutoCloseable {

    static final String PASSWORD = "of-the-lab";

    final Path folder;

    private final List<AutoCloseable> closing = new ArrayList<>();

    private final Map<String, Object> properties = new HashMap<>();

    private int port;

    private int servers;

    Lab() {
        try {
            this.folder = Files.createTempDirectory("lab");
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        with("trust.store", Authority.store(this.folder, PASSWORD)).with("trust.password", PASSWORD)
            .with("inner-addresses", true)
            .with("ehlo-name", "probe.bits.example")
            .with("dns-timeout", "2s")
            .with("pace.address-pause", "0s")
            .with("pace.operator-per-minute", 10000)
            .with("pace.operator-connections", 100);
    }

    Lab with(String name, Object value) {
        this.properties.put("backoffice.tls." + name, value);
        return this;
    }

    TlsSettings settings() {
        with("port", Math.max(1, this.port));
        return new Binder(new MapConfigurationPropertySource(this.properties)).bindOrCreate("backoffice.tls",
                TlsSettings.class);
    }

    /** Servers are asked at this port. */
    Lab at(int port) {
        this.port = port;
        return this;
    }

    /** One more server, at the next address. */
    LabServer server(Script script) {
        return server("127.0.0." + ++this.servers, script);
    }

    LabServer server(String address, Script script) {
        try {
            LabServer server = new LabServer(InetAddress.getByName(address), this.port, script);
            this.port = server.port();
            return closing(server);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    <T extends AutoCloseable> T closing(T thing) {
        this.closing.add(thing);
        return thing;
    }

    /** Probes a server as {@code host}, with what the settings say now. */
    ServerReport probe(LabServer server, String host) {
        return probe(server.address(), host);
    }

    ServerReport probe(InetAddress address, String host) {
        TlsSettings settings = settings();
        Watchdog watchdog = new Watchdog();
        try {
            return new ServerProbe(settings,
                    new CertificateCheck(new TrustedRoots(settings), settings, Clock.systemUTC()),
                    new OldVersions(settings, watchdog), watchdog, Clock.systemUTC())
                .probe(address, host, () -> true);
        }
        finally {
            watchdog.destroy();
        }
    }

    @Override
    public void close() {
        for (AutoCloseable thing : this.closing) {
            close(thing);
        }
        try {
            FileSystemUtils.deleteRecursively(this.folder);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void close(AutoCloseable thing) {
        try {
            thing.close();
        }
        catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

}
