package no.bits.tls.inbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** A real mail server on a free port, with one mailbox in a folder of its own. */
public final class Dovecot implements MailHost {

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");

    final int port = freePort();

    private static final String ANY_PASSWORD = "driver = static\n  args = nopassword=y";

    private final Path home;

    private final Path mail;

    private @Nullable Process process;

    /**
     * Starts it; any password is right.
     * @param capabilities what it says it can do; its own where none are given
     */
    public Dovecot(String capabilities) {
        this(capabilities, ANY_PASSWORD, "", "");
    }

    private Dovecot(String capabilities, String passwords, String tokens, String more) {
        requireInstalled();
        try {
            this.home = Files.createTempDirectory("dovecot",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            this.mail = folder(this.home.resolve("mail"));
            Stream.of("cur", "new", "tmp").forEach((name) -> folder(this.mail.resolve(name)));
            folder(this.home.resolve("archive"));
            Files.writeString(this.home.resolve("dovecot.conf"),
                    configuration(capabilities, passwords) + more.formatted(this.home));
            Files.writeString(this.home.resolve("tokens.conf"), tokens);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        start();
    }

    /**
     * Starts one that takes no passwords, but tokens (XOAUTH2).
     * @param introspection where it asks whether a token is good (RFC 7662)
     */
    static Dovecot withTokens(URI introspection) {
        return new Dovecot("", """
                driver = oauth2
                  mechanisms = xoauth2
                  args = %1$s/tokens.conf
                }
                auth_mechanisms = xoauth2
                service auth {""", """
                introspection_mode = post
                introspection_url = %s
                username_attribute = username
                active_attribute = active
                active_value = true
                """.formatted(introspection), "");
    }

    /** One that keeps all folders below INBOX, as many do. */
    static Dovecot withPrefix() {
        return new Dovecot("", ANY_PASSWORD, "", """
                namespace inbox {
                  inbox = yes
                  prefix = INBOX.
                  separator = .
                }
                """);
    }

    /**
     * One that has another place for {@code Archive/} than for the rest.
     * @param mails how many mails fit there
     */
    static Dovecot withArchiveFor(int mails) {
        return new Dovecot("", ANY_PASSWORD, "", """
                mail_plugins = quota
                plugin {
                  quota = count:Mails:ns=
                  quota2 = count:Archive:ns=Archive/
                  quota2_rule = *:messages=MAILS
                  quota2_grace = 0
                  quota_vsizes = yes
                }
                namespace inbox {
                  inbox = yes
                  prefix =
                  separator = /
                }
                namespace archive {
                  prefix = Archive/
                  separator = /
                  location = maildir:%s/archive
                }
                """.replace("MAILS", Integer.toString(mails)));
    }

    private static void requireInstalled() {
        if (!Files.isExecutable(PROGRAM) || !"root".equals(System.getProperty("user.name"))) {
            String sentence = "Dovecot is not installed (apt-get install dovecot-imapd) or we are not root:"
                    + " the inbox is NOT tested against it";
            if ("true".equals(System.getenv("CI"))) {
                fail(sentence);
            }
            System.err.println("\n*** " + sentence + " ***\n");
            abort(sentence);
        }
    }

    private String configuration(String capabilities, String passwords) {
        return """
                protocols = imap
                listen = 127.0.0.1
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/log
                ssl = no
                disable_plaintext_auth = no
                mail_location = maildir:%1$s/mail
                first_valid_uid = 1
                imap_capability = %3$s
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %2$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                service anvil {
                  chroot =
                }
                passdb {
                  %4$s
                }
                userdb {
                  driver = static
                  args = uid=nobody gid=nogroup home=%1$s/mail
                }
                """.formatted(this.home, this.port, capabilities, passwords.formatted(this.home));
    }

    @Override
    public int port() {
        return this.port;
    }

    void start() {
        try {
            this.process = new ProcessBuilder(PROGRAM.toString(), "-F", "-c", this.home + "/dovecot.conf")
                .redirectErrorStream(true)
                .redirectOutput(this.home.resolve("output").toFile())
                .start();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::answers);
    }

    void stop() {
        Process running = this.process;
        try {
            if (running != null) {
                running.destroy();
                running.waitFor(20, TimeUnit.SECONDS);
                running.destroyForcibly();
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a server does whose index was lost: every mail gets a new number. */
    void renumber() throws IOException {
        stop();
        loseIndex();
        start();
    }

    /** The index is lost while the server works. */
    void loseIndex() throws IOException {
        try (Stream<Path> files = Files.list(this.mail)) {
            for (Path file : files.filter((file) -> file.getFileName().toString().startsWith("dovecot")).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void deliver(byte[] mail) {
        try {
            deliver(UUID.randomUUID().toString(), mail);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public List<String> subjects(String folder) {
        List<String> subjects = new ArrayList<>();
        for (String part : new String[] { "cur", "new" }) {
            Path place = place("INBOX".equals(folder) ? "" : folder).resolve(part);
            if (Files.isDirectory(place)) {
                subjects.addAll(subjectsIn(place));
            }
        }
        return subjects;
    }

    private static List<String> subjectsIn(Path place) {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(Dovecot::subject).toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String subject(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter((line) -> line.startsWith("Subject: ")).findFirst().orElseThrow().substring(9);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private Path place(String folder) {
        if (folder.startsWith("Archive/")) {
            return this.home.resolve("archive").resolve("." + folder.substring("Archive/".length()));
        }
        return folder.isEmpty() ? this.mail : this.mail.resolve("." + folder);
    }

    void deliver(String name, byte[] mail) throws IOException {
        move(Files.write(this.mail.resolve("tmp").resolve(name), mail), this.mail.resolve("new"));
    }

    /**
     * Brings many mails so far that their arrival takes no time.
     * @param mails their bytes
     * @return lets them arrive
     */
    public Runnable stage(List<byte[]> mails) throws IOException {
        List<Path> unfinished = new ArrayList<>();
        for (byte[] mail : mails) {
            unfinished.add(Files.write(this.mail.resolve("tmp").resolve(UUID.randomUUID().toString()), mail));
        }
        return () -> unfinished.forEach((file) -> move(file, this.mail.resolve("new")));
    }

    /**
     * How many mails are in a folder.
     * @param folder its name; empty for the work list
     */
    public long count(String folder) throws IOException {
        Path place = place(folder);
        long count = 0;
        for (String part : new String[] { "cur", "new" }) {
            try (Stream<Path> files = Files.list(place.resolve(part))) {
                count += files.count();
            }
        }
        return count;
    }

    /** Another client of the same mailbox gives these commands, one after the other. */
    void otherClient(String... commands) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
                BufferedReader answers = new BufferedReader(new InputStreamReader(socket.getInputStream()))) {
            say(socket, answers, "LOGIN tls@bits.no secret");
            for (String command : commands) {
                say(socket, answers, command);
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void say(Socket socket, BufferedReader answers, String command) throws IOException {
        socket.getOutputStream().write(("x " + command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        String answer = answers.readLine();
        while (answer != null && !answer.startsWith("x ")) {
            answer = answers.readLine();
        }
        if (answer == null || !answer.startsWith("x OK")) {
            throw new IOException("The mail server answers %s with %s".formatted(command, answer));
        }
    }

    /** Another client gives a folder another name. */
    void renameFolder(String folder, String name) throws IOException {
        if (Files.isDirectory(place(folder))) {
            Files.move(place(folder), place(name));
        }
    }

    void deleteFolder(String folder) throws IOException {
        FileSystemUtils.deleteRecursively(this.mail.resolve("." + folder));
    }

    @Override
    public void close() {
        stop();
        try {
            FileSystemUtils.deleteRecursively(this.home);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
            return socket.isConnected();
        }
        catch (IOException ex) {
            return false;
        }
    }

    private static void move(Path file, Path folder) {
        try {
            Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static Path folder(Path path) {
        try {
            Files.createDirectory(path);
            return Files.setOwner(path,
                    path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
