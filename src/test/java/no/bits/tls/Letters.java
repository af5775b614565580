package no.bits.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** The mails that we sent, as their readers handle them. */
public final class Letters {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/tls/(?:milestone|review)/[0-9a-v]{39})");

    private Letters() {
    }

    /** Those whose subject has these words. */
    public static List<MimeMessage> about(String subject, List<MimeMessage> mails) {
        return mails.stream()
            .filter((mail) -> read(() -> String.valueOf(mail.getSubject())).contains(subject))
            .toList();
    }

    /** What a mail says, as one line. */
    public static String textOf(MimeMessage mail) {
        return read(() -> mail.getContent().toString()).replaceAll("\\s+", " ");
    }

    /** The path of the page on which a mail is answered. */
    public static String pageIn(MimeMessage mail) {
        Matcher link = LINK.matcher(textOf(mail));
        if (link.find()) {
            return link.group(1);
        }
        throw new IllegalStateException("No link to a page in " + textOf(mail));
    }

    /** An answer to a mail as a mail program writes it. */
    public static byte[] answering(MimeMessage mail, String from, String words) {
        return read(() -> """
                From: %s
                To: %s
                Subject: SV: %s
                In-Reply-To: %s
                Message-ID: <%s@bank.example>
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(from, mail.getReplyTo()[0], "deres e-post", mail.getMessageID(), UUID.randomUUID(), words)
            .replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
    }

    private static String read(Part part) {
        try {
            return part.text();
        }
        catch (IOException | MessagingException ex) {
            throw new IllegalStateException("A mail of ours cannot be read", ex);
        }
    }

    /** A part of a mail. */
    private interface Part {

        String text() throws IOException, MessagingException;

    }

}
