package no.bits.tls.bench;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A Spring Boot application in a JVM of its own, with the settings of any JVM. */
final class Application implements AutoCloseable {

    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

    private static final double MEGABYTE = 1024 * 1024;

    private final Process process;

    private final int port;

    private final long start;

    private Application(Process process, int port, long start) {
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /**
     * Starts a jar; what it says goes to {@code target/benchmarks}.
     * @param jar the packaged application
     * @param settings its command line
     * @return the application, which may not be ready yet
     */
    static Application start(Path jar, List<String> settings) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(
                List.of(BIN.resolve("java").toString(), "-Duser.timezone=UTC", "-jar", jar.toString()));
        command.add("--server.port=" + port);
        command.add("--camunda.bpm.admin-user.id=bench");
        command.add("--camunda.bpm.admin-user.password=9f2c4e7b1a6d8035");
        command.addAll(settings);
        File log = Path.of("target", "benchmarks", jar.getFileName() + ".log").toFile();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
        return new Application(process, port, start);
    }

    /** Waits until Tasklist answers; returns the seconds since the JVM was started. */
    double awaitTasklist() throws IOException, InterruptedException {
        while (!answers()) {
            if (!this.process.isAlive()) {
                throw new IllegalStateException("An application ended at once: see target/benchmarks/*.log");
            }
            Thread.sleep(20);
        }
        return (System.nanoTime() - this.start) / 1e9;
    }

    /** The megabytes of memory that it occupies (Linux: resident set size). */
    double resident() throws IOException {
        String status = Files.readString(Path.of("/proc", Long.toString(this.process.pid()), "status"));
        return find(status, "VmRSS:\\s+(\\d+) kB") * 1024 / MEGABYTE;
    }

    /** Collects garbage; returns the megabytes that are in use on the heap after. */
    double collectGarbage() throws IOException, InterruptedException {
        command("GC.run");
        return find(command("GC.class_histogram"), "(?m)^Total +\\d+ +(\\d+)") / MEGABYTE;
    }

    @Override
    public void close() {
        this.process.destroy();
        this.process.onExit().completeOnTimeout(this.process, 60, TimeUnit.SECONDS).join();
        this.process.destroyForcibly();
    }

    private boolean answers() throws IOException {
        URI tasklist = URI.create("http://127.0.0.1:%d/camunda/app/tasklist/default/".formatted(this.port));
        HttpURLConnection connection = (HttpURLConnection) tasklist.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        }
        catch (IOException ex) {
            return false;
        }
        finally {
            connection.disconnect();
        }
    }

    private String command(String name) throws IOException, InterruptedException {
        Process command = new ProcessBuilder(BIN.resolve("jcmd").toString(), Long.toString(this.process.pid()), name)
            .redirectErrorStream(true)
            .start();
        String answer = new String(command.getInputStream().readAllBytes());
        command.waitFor();
        return answer;
    }

    private static long find(String text, String number) {
        return Pattern.compile(number)
            .matcher(text)
            .results()
            .map((MatchResult match) -> Long.parseLong(match.group(1)))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("There is no %s in:%n%s".formatted(number, text)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

}
