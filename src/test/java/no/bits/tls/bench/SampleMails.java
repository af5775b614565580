package no.bits.tls.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Enrolment mails, each with two Word forms; no two are the same. */
final class SampleMails {

    private final List<String> samples = new ArrayList<>();

    SampleMails() throws IOException {
        for (String name : List.of("o02", "o03", "o14")) {
            this.samples.add(Files.readString(Path.of("src/test/resources/samples", name + ".eml"),
                    StandardCharsets.ISO_8859_1));
        }
    }

    List<byte[]> take(int count) {
        List<byte[]> mails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            mails.add(this.samples.get(i % this.samples.size())
                .replaceFirst("(?mi)^Message-ID:.*$", "Message-ID: <%s@bench.example>".formatted(UUID.randomUUID()))
                .getBytes(StandardCharsets.ISO_8859_1));
        }
        return mails;
    }

}
