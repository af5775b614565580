package no.bits.tls;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.springframework.util.Assert;

/**
 * The application's classes as they are shipped, without the tests', and an archive of
 * them as a first start has loaded them (Java's class data sharing): with it, a start
 * takes half the time. Made once, when it is asked for first.
 */
final class ShippedClasses {

    private static final ShippedClasses ONLY = new ShippedClasses();

    private static final long LONGEST_START = 5;

    private final Path folder = folder();

    private final String classPath = jar(this.folder.resolve("application.jar")) + File.pathSeparator + libraries();

    private final Path archive = this.folder.resolve("classes.jsa");

    private ShippedClasses() {
        String database = TestDatabase.connectionTo(TestDatabase.create()).getJdbcUrl().replaceFirst("\\?.*", "");
        ProcessBuilder start = new ProcessBuilder(command("-XX:ArchiveClassesAtExit=" + this.archive,
                "-Dspring.context.exit=onRefresh", "-Dspring.datasource.url=" + database,
                "-Dspring.datasource.username=postgres", "-Dcamunda.bpm.admin-user.id=solveig"))
            .redirectErrorStream(true)
            .redirectOutput(this.folder.resolve("start.log").toFile());
        for (String secret : List.of("SPRING_DATASOURCE_PASSWORD", "BACKOFFICE_INBOX_PASSWORD",
                "BACKOFFICE_OUTBOX_TOKENSECRET", "CAMUNDA_BPM_ADMINUSER_PASSWORD")) {
            start.environment().put(secret, UUID.randomUUID().toString());
        }
        try {
            Assert.state(start.start().waitFor(LONGEST_START, TimeUnit.MINUTES) && Files.exists(this.archive),
                    () -> "No archive of the classes: see start.log in " + this.folder);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The application cannot be started", ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the application starts", ex);
        }
    }

    /**
     * How to start the application.
     * @param settings what stands on its command line
     * @return the command
     */
    static List<String> command(Map<String, String> settings) {
        return Stream
            .concat(ONLY.command("-XX:SharedArchiveFile=" + ONLY.archive).stream(),
                    settings.entrySet().stream().map((one) -> "--%s=%s".formatted(one.getKey(), one.getValue())))
            .toList();
    }

    private List<String> command(String... options) {
        return Stream
            .of(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.timezone=UTC",
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=256m", "-Xmn200m"),
                    Stream.of(options), Stream.of("-cp", this.classPath, BackOfficeApplication.class.getName()))
            .flatMap((part) -> part)
            .toList();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "crash-tests")), "classes-")
                .toAbsolutePath();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String libraries() {
        return entries().filter(Files::isRegularFile)
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Path target) {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(target))) {
            for (Path classes : entries().filter(Files::isDirectory).toList()) {
                add(classes, jar);
            }
            return target;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void add(Path classes, JarOutputStream jar) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.sorted().toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                boolean directory = Files.isDirectory(file);
                if (!name.isEmpty()) {
                    jar.putNextEntry(new ZipEntry(directory ? name + "/" : name));
                    if (!directory) {
                        Files.copy(file, jar);
                    }
                    jar.closeEntry();
                }
            }
        }
    }

    private static Stream<Path> entries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter((entry) -> !entry.endsWith("test-classes"));
    }

}
