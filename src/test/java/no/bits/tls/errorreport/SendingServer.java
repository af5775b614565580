package no.bits.tls.errorreport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.tls.FailingServers;
import no.bits.tls.tls.FailingServers.Flaw;
import org.springframework.util.FileSystemUtils;

import static no.bits.tls.Patience.await;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * A real mail server of a bank that sends with forced TLS to servers that fail, and keeps
 * the mails that it returns.
 */
abstract class SendingServer implements AutoCloseable {

    static final String SENDER = "kari@sognebanken.example";

    final Path folder;

    final FailingServers servers;

    SendingServer(FailingServers servers) {
        this.servers = servers;
        try {
            this.folder = Files.createTempDirectory("sender",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * Sends one mail to each failing server.
     * @return the mails that come back, at least one for each server
     */
    List<String> bounces() {
        for (Flaw flaw : Flaw.values()) {
            send("ola@" + flaw.domain());
        }
        return await().until(this::returned, (mails) -> mails.size() >= Flaw.values().length);
    }

    abstract void send(String recipient);

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(this.folder);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static Path requireInstalled(String packageName, String... places) {
        return Arrays.stream(places).map(Path::of).filter(Files::isExecutable).findFirst().orElseGet(() -> {
            String sentence = "%s is not installed: its bounces are NOT read".formatted(packageName);
            if ("true".equals(System.getenv("CI"))) {
                fail(sentence);
            }
            System.err.println("\n*** " + sentence + " ***\n");
            return abort(sentence);
        });
    }

    String run(String input, String... command) {
        try {
            Path said = this.folder.resolve("said");
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + Files.readString(said));
            }
            return Files.readString(said);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    Path write(String name, String content) {
        try {
            Path file = this.folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** A folder that somebody else than root may write to. */
    Path folderOf(String name, String user) {
        try {
            Path made = Files.createDirectories(this.folder.resolve(name));
            Files.setOwner(made, made.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
            return made;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static String mail(String recipient) {
        return "From: Kari <%s>\nTo: %s\nSubject: Avtale\nMessage-ID: <%d@sognebanken.example>\n\nHei\n"
            .formatted(SENDER, recipient, System.nanoTime());
    }

    private List<String> returned() {
        Path arrived = this.folder.resolve("mail/new");
        if (!Files.isDirectory(arrived)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(arrived)) {
            return files.sorted().map(SendingServer::read).toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Postfix, as a bank sets it up: {@code secure} towards listed domains. */
    static final class Postfix extends SendingServer {

        private static final List<String> SERVICES = List.of("pickup unix n - n 1 1 pickup",
                "cleanup unix n - n - 0 cleanup", "qmgr unix n - n 1 1 qmgr", "tlsmgr unix - - n 1000? 1 tlsmgr",
                "rewrite unix - - n - - trivial-rewrite", "bounce unix - - n - 0 bounce", "defer unix - - n - 0 bounce",
                "trace unix - - n - 0 bounce", "verify unix - - n - 1 verify", "flush unix n - n 1000? 0 flush",
                "proxymap unix - - n - - proxymap", "smtp unix - - n - - smtp", "error unix - - n - - error",
                "retry unix - - n - - error", "virtual unix - n n - - virtual", "scache unix - - n - 1 scache",
                "anvil unix - - n - 1 anvil", "postlog unix-dgram n - n - 1 postlogd");

        private final String configuration;

        Postfix(FailingServers servers) {
            super(servers);
            requireInstalled("Postfix (apt-get install postfix)", "/usr/sbin/postfix");
            Path mail = folderOf("mail", "postfix");
            folderOf("data", "postfix");
            folderOf("spool", "root");
            write("etc/master.cf", String.join("\n", SERVICES) + "\n");
            write("etc/main.cf",
                    """
                            compatibility_level = 3.6
                            queue_directory = %1$s/spool
                            data_directory = %1$s/data
                            maillog_file = %1$s/log
                            maillog_file_prefixes = %1$s
                            mail_owner = postfix
                            setgid_group = postdrop
                            myhostname = mail.sognebanken.example
                            mydestination =
                            inet_interfaces = loopback-only
                            inet_protocols = ipv4
                            disable_dns_lookups = yes
                            maximal_queue_lifetime = 0
                            smtp_tls_security_level = secure
                            smtp_tls_CAfile = %2$s
                            smtp_tls_secure_cert_match = %3$s
                            transport_maps = inline:{ %4$s }
                            virtual_mailbox_domains = sognebanken.example
                            virtual_mailbox_base = %5$s
                            virtual_mailbox_maps = static:mail/
                            virtual_uid_maps = static:%6$s
                            virtual_gid_maps = static:%7$s
                            virtual_minimum_uid = 1
                            """.formatted(this.folder, servers.roots(), Flaw.host(),
                            Arrays.stream(Flaw.values())
                                .map((flaw) -> "{ %s = smtp:[%s]:%d }".formatted(flaw.domain(), servers.addressOf(flaw),
                                        servers.port()))
                                .collect(Collectors.joining(", ")),
                            mail.getParent(), id("-u"), id("-g")));
            this.configuration = this.folder.resolve("etc").toString();
            run("", "/usr/sbin/postfix", "-c", this.configuration, "start");
        }

        @Override
        void send(String recipient) {
            run(mail(recipient), "/usr/sbin/sendmail", "-C", this.configuration, "-f", SENDER, recipient);
        }

        @Override
        public void close() {
            run("", "/usr/sbin/postfix", "-c", this.configuration, "stop");
            super.close();
        }

        private String id(String what) {
            return run("", "/usr/bin/id", what, "postfix").strip();
        }

    }

    /** Exim, with TLS required and certificates verified. */
    static final class Exim extends SendingServer {

        private final Path program;

        private final Path configuration;

        Exim(FailingServers servers) {
            super(servers);
            this.program = requireInstalled("Exim (exim4-daemon-light, unpacked below /opt/exim4)",
                    "/opt/exim4/usr/sbin/exim4", "/usr/sbin/exim4");
            folderOf("mail", "Debian-exim");
            folderOf("spool", "Debian-exim");
            folderOf("log", "Debian-exim");
            Path routes = write("routes",
                    Arrays.stream(Flaw.values())
                        .map((flaw) -> flaw.domain() + ": " + servers.addressOf(flaw) + "\n")
                        .collect(Collectors.joining()));
            this.configuration = write("exim.conf", """
                    primary_hostname = mail.sognebanken.example
                    qualify_domain = sognebanken.example
                    spool_directory = %1$s/spool
                    log_file_path = %1$s/log/%%slog
                    keep_environment =
                    exim_path = %6$s
                    trusted_users = root
                    begin routers
                    own:
                      driver = accept
                      domains = sognebanken.example
                      transport = box
                    out:
                      driver = manualroute
                      route_data = ${lookup{$domain}lsearch{%2$s}}
                      self = send
                      transport = remote
                    begin transports
                    remote:
                      driver = smtp
                      port = %3$d
                      hosts_require_tls = *
                      tls_verify_certificates = %4$s
                      tls_verify_hosts = *
                      tls_verify_cert_hostnames = ${if eq{$domain}{%5$s}{*}{}}
                    box:
                      driver = appendfile
                      maildir_format = true
                      directory = %1$s/mail
                      user = Debian-exim
                    begin retry
                    begin rewrite
                    begin authenticators
                    """.formatted(this.folder, routes, servers.port(), write("roots.pem", read(servers.roots())),
                    Flaw.WRONG_NAME.domain(), this.program));
        }

        @Override
        void send(String recipient) {
            run(mail(recipient), this.program.toString(), "-C", this.configuration.toString(), "-odf", "-f", SENDER,
                    recipient);
        }

    }

    @Override
    public String toString() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

}
