package no.bits.tls.outbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail that a {@link FaultySmtpServer} took.
 *
 * @param messageId its Message-ID
 * @param from the MAIL command
 * @param to the RCPT command
 * @param content the mail, with LF
 */
record AcceptedMail(String messageId, String from, String to, String content) {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID: (<[^>]+>)");

    static AcceptedMail of(String from, String to, String content) {
        Matcher matcher = MESSAGE_ID.matcher(content);
        return new AcceptedMail(matcher.find() ? matcher.group(1) : "", from, to, content);
    }

}
