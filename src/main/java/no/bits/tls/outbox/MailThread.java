package no.bits.tls.outbox;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

/**
 * The conversation that a mail belongs to (RFC 5322, 3.6.4). Message-IDs of strangers are
 * taken only where they are well-formed: anything else could not be matched anyway.
 *
 * @param answered the Message-ID that it answers; empty where it answers none
 * @param references the Message-IDs of the conversation
 */
record MailThread(String answered, List<String> references) {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x7e&&[^<>]]{1,250}>");

    private static final int LONGEST = 20;

    static MailThread of(List<String> answered, List<String> earlier) {
        List<String> theirs = wellFormed(answered.stream());
        List<String> all = wellFormed(Stream.concat(theirs.stream(), earlier.stream()));
        return new MailThread(last(theirs.isEmpty() ? all : theirs), all);
    }

    void writeTo(MimeMessage mail) throws MessagingException {
        if (!this.references.isEmpty()) {
            mail.setHeader("In-Reply-To", this.answered);
            mail.setHeader("References", MimeUtility.fold("References: ".length(), toString()));
        }
    }

    @Override
    public String toString() {
        return String.join(" ", this.references);
    }

    private static List<String> wellFormed(Stream<String> ids) {
        List<String> distinct = ids.filter(MESSAGE_ID.asMatchPredicate()).distinct().toList();
        return distinct.subList(Math.max(0, distinct.size() - LONGEST), distinct.size());
    }

    private static String last(List<String> ids) {
        return ids.isEmpty() ? "" : ids.get(ids.size() - 1);
    }

}
