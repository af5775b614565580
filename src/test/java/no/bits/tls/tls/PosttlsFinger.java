package no.bits.tls.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** Postfix's own look at a server's TLS. */
final class PosttlsFinger {

    private static final Path PROGRAM = Path.of("/usr/sbin/posttls-finger");

    private static final Pattern RESULT = Pattern
        .compile("(?m)^posttls-finger: (Verified|Untrusted) TLS connection established");

    private PosttlsFinger() {
    }

    static void requireInstalled() {
        if (!Files.isExecutable(PROGRAM)) {
            String sentence = "Postfix is not installed (apt-get install postfix): its posttls-finger is NOT asked";
            if ("true".equals(System.getenv("CI"))) {
                fail(sentence);
            }
            System.err.println("\n*** " + sentence + " ***\n");
            abort(sentence);
        }
    }

    /**
     * What it says of a server; its exit code is 0 whatever that is.
     * @param server the server
     * @param host the name to ask for
     * @param name the name to find in the certificate
     * @param roots the trusted roots, PEM
     * @return {@code Verified}: chain and name are good; {@code Untrusted}: one is not;
     * or all it said where there is no connection
     */
    static String ask(LabServer server, String host, String name, Path roots) {
        try {
            Process process = new ProcessBuilder(List.of(PROGRAM.toString(), "-c", "-F", roots.toString(), "-l",
                    "secure", "-s", host, "[%s]:%d".formatted(server.address().getHostAddress(), server.port()), name))
                .redirectErrorStream(true)
                .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher result = RESULT.matcher(said);
            return result.find() ? result.group(1) : said;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
