package no.bits.tls.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import no.bits.tls.workflow.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An instance of the inbox in a JVM of its own, which notes in the database what it
 * handles. Made to be killed, and killed by some mails.
 */
final class InboxProcess implements AutoCloseable {

    private final Process process;

    private InboxProcess(Process process) {
        this.process = process;
    }

    /**
     * The instance itself.
     * @param arguments the address of the database, then settings as {@code name=value}
     */
    public static void main(String[] arguments) throws IOException {
        try (InboxFixture inbox = new InboxFixture(arguments[0], NotingHandler::new)) {
            Stream.of(arguments)
                .skip(1)
                .map((setting) -> setting.split("=", 2))
                .forEach((setting) -> inbox.with(setting[0], setting[1]));
            inbox.reader();
            System.in.read(); // until nobody is left who could kill it
        }
    }

    /**
     * Starts an instance and does not wait for it.
     * @param log where its output goes
     * @param arguments as for {@link #main}
     * @return the process
     */
    static InboxProcess start(Path log, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.timezone=UTC",
                        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                        InboxProcess.class.getName()));
        command.addAll(arguments);
        try {
            return new InboxProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The inbox cannot be started", ex);
        }
    }

    /** Whether it has not ended. */
    boolean isAlive() {
        return this.process.isAlive();
    }

    /** Lets it live for some time, unless a mail kills it before. */
    void livesFor(Duration time) {
        try {
            this.process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the inbox works", ex);
        }
    }

    /** Kills it as {@code kill -9} does, and waits until it is gone. */
    @Override
    public void close() {
        this.process.destroyForcibly();
        this.process.onExit().join();
    }

    /** Notes each mail in the transaction that handles it, and takes its time. */
    private static final class NotingHandler extends InboxFixture.EagerHandler {

        private final JdbcClient jdbc;

        NotingHandler(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public CaseNumber handle(IncomingMail mail) {
            this.jdbc.sql("insert into noted (subject) select ? from pg_sleep(0.01)").param(mail.subject()).update();
            if (mail.subject().startsWith("Deadly")) {
                Runtime.getRuntime().halt(137);
            }
            return super.handle(mail);
        }

    }

}
