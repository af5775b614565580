package no.bits.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * The application in a JVM of its own, as it is shipped: without the tests' classes and
 * settings. Made to be killed.
 */
final class BackOfficeProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;

    private final Path log;

    private final long started = System.nanoTime();

    private BackOfficeProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts the application and does not wait for it.
     * @param log where its output goes; it runs in the folder of this file
     * @param settings what stands on its command line
     * @param environment what stands in its environment
     * @return the process
     */
    static BackOfficeProcess start(Path log, Map<String, String> settings, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(ShippedClasses.command(settings))
                .directory(log.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
            builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new BackOfficeProcess(process, log);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The application cannot be started", ex);
        }
    }

    /** Where its pages are, as soon as they are. */
    Optional<Integer> port() {
        return this.process.isAlive() ? PORT.matcher(output())
            .results()
            .map((MatchResult found) -> Integer.valueOf(found.group(1)))
            .findFirst() : Optional.empty();
    }

    /** Whether it has not ended. */
    boolean isAlive() {
        return this.process.isAlive();
    }

    /** How long ago it was started. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - this.started);
    }

    /** Whether it has started completely. */
    boolean isReady() {
        return output().contains("Started BackOfficeApplication in");
    }

    /**
     * Lets it live for some time.
     * @param time how long
     * @throws IllegalStateException if it ends by itself meanwhile
     */
    void livesFor(Duration time) {
        try {
            Assert.state(!this.process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS), this::output);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the application works", ex);
        }
    }

    /** Kills it as {@code kill -9} does, and waits until it is gone. */
    @Override
    public void close() {
        this.process.destroyForcibly();
        this.process.onExit().join();
    }

    private String output() {
        try {
            return Files.readString(this.log);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
