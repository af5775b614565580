package no.bits.tls.errorreport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail that a mail server returned, and what is to be read from it; the files are in
 * {@code evidence/}.
 *
 * @param name the file's
 * @param expected what is to be read, by name
 * @param text what the server tells a person
 * @param status the fields of the report, empty where the server writes none
 */
record Bounce(String name, Map<String, String> expected, String text, String status) {

    private static final Path FOLDER = Path.of("src/test/resources/evidence");

    static List<Bounce> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Bounce::of).toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static Bounce named(String name) {
        return of(FOLDER.resolve(name + ".txt"));
    }

    String expects(String what) {
        return this.expected.getOrDefault(what, "");
    }

    /** The mail itself, as the server sends it. */
    String mail() {
        String body = this.status.isEmpty() ? "Content-Type: text/plain; charset=utf-8\n\n" + this.text : """
                Content-Type: multipart/report; report-type=delivery-status; boundary="report"

                --report
                Content-Type: text/plain; charset=utf-8

                %s
                --report
                Content-Type: message/delivery-status

                %s
                --report
                Content-Type: text/rfc822-headers

                From: Kari <kari@sognebanken.example>
                To: %s
                Subject: Avtale

                --report--
                """.formatted(this.text, this.status, "ola@" + expects("domain"));
        return """
                Return-Path: <>
                From: %s
                To: kari@sognebanken.example
                Subject: %s
                Message-ID: <%s@mail.sognebanken.example>
                Date: Mon, 23 Nov 2026 10:00:00 +0100
                MIME-Version: 1.0
                """.formatted(expects("from"), expects("subject"), this.name) + body;
    }

    @Override
    public String toString() {
        return this.name;
    }

    private static Bounce of(Path file) {
        try {
            String[] parts = Files.readString(file).split("(?m)^=== \\w+\\n");
            Map<String, String> expected = parts[0].lines()
                .collect(Collectors.toMap((line) -> line.substring(0, line.indexOf(':')),
                        (line) -> line.substring(line.indexOf(':') + 1).strip()));
            return new Bounce(file.getFileName().toString().replace(".txt", ""), expected, parts[1],
                    (parts.length > 2) ? parts[2] : "");
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** How people pass a bounce on. */
    enum Way {

        /** As a part of their mail. */
        ATTACHED {
            @Override
            String body(Bounce bounce) {
                return mixed("message/rfc822\n\n" + bounce.mail());
            }
        },

        /** As a file. */
        EML_FILE {
            @Override
            String body(Bounce bounce) {
                return mixed("application/octet-stream; name=\"Ikke levert.eml\"\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder().encodeToString(bounce.mail().getBytes(StandardCharsets.UTF_8)));
            }
        },

        /** Its text below their own, as mail programs forward. */
        INLINE {
            @Override
            String body(Bounce bounce) {
                return "Content-Type: text/plain; charset=utf-8\n\n" + WORDS + "\n\n" + forwarded(bounce);
            }
        },

        /** Its text as a quotation. */
        QUOTED {
            @Override
            String body(Bounce bounce) {
                return "Content-Type: text/plain; charset=utf-8\n\n" + WORDS + "\n\n"
                        + forwarded(bounce).lines().map((line) -> "> " + line).collect(Collectors.joining("\n"));
            }
        },

        /** Its text in HTML. */
        HTML {
            @Override
            String body(Bounce bounce) {
                String html = forwarded(bounce).replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .lines()
                    .map((line) -> "<div>" + (line.isBlank() ? "<br>" : line) + "</div>")
                    .collect(Collectors.joining("\n"));
                return "Content-Type: text/html; charset=utf-8\n\n<p>Hei,<br>se under.</p><blockquote>" + html
                        + "</blockquote>";
            }
        };

        private static final String WORDS = "Hei,\n\ndette får vi når vi skriver til dem. Kan dere hjelpe?\n\nHilsen Kari Nordmann\nkari@sognebanken.example";

        abstract String body(Bounce bounce);

        /** The mail that somebody sends us. */
        byte[] mail(Bounce bounce, String from) {
            return """
                    From: %s
                    To: tls@bits.no
                    Subject: VS: %s
                    Message-ID: <%s@sognebanken.example>
                    MIME-Version: 1.0
                    %s
                    """.formatted(from, bounce.expects("subject"), UUID.randomUUID(), body(bounce))
                .replaceAll("\r?\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        }

        private static String mixed(String part) {
            return "Content-Type: multipart/mixed; boundary=\"outer\"\n\n--outer\nContent-Type: text/plain; charset=utf-8\n\n"
                    + WORDS + "\n\n--outer\nContent-Type: " + part + "\n--outer--\n";
        }

        private static String forwarded(Bounce bounce) {
            return "---------- Videresendt melding ----------\nFra: " + bounce.expects("from")
                    + "\nSendt: mandag 23. november 2026 10:00\nTil: kari@sognebanken.example\nEmne: "
                    + bounce.expects("subject") + "\n\n" + bounce.text();
        }

    }

}
