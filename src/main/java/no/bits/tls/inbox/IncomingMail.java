package no.bits.tls.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A mail as we parsed it from its stored bytes, within limits, with nothing hostile left
 * but its meaning.
 *
 * @param id its number in our tables
 * @param sender the one address in From, or nothing where it has none, several, or one
 * that cannot be answered safely
 * @param senderName the display name in From, or what stands there at all; never empty
 * markup or control characters
 * @param subject the decoded subject, at most 1,000 characters
 * @param text what it says, as plain text (made from the HTML where there is no text
 * part)
 * @param attachments every part that is a file, in the order of the mail
 * @param messageId its Message-ID with angle brackets
 * @param references the Message-IDs that it answers or refers to, with angle brackets
 * @param receivedAt when we took it in
 * @param caseNumber the case that it belongs to, once handled
 */
public record IncomingMail(long id, Optional<EmailAddress> sender, String senderName, String subject, String text,
        List<Attachment> attachments, Optional<String> messageId, List<String> references, Instant receivedAt,
        @Nullable CaseNumber caseNumber) {

    /**
     * One file of a mail.
     *
     * @param number its place in the mail, from 1
     * @param fileName a name without path, control characters or markup; never empty
     * @param contentType the declared type in lower case, for example
     * {@code application/pdf}
     * @param content the decoded bytes
     */
    public record Attachment(int number, String fileName, String contentType, byte[] content) {
    }

}
