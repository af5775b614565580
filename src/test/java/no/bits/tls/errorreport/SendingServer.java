package no.bits.tls.errorreport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

}
