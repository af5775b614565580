package no.bits.tls.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.inbox.AnsweredCase.Evidence;
import no.bits.tls.inbox.SenderAuthentication.Verdict;
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
 * @param attachments every part that is a file, in the order of the mail, then what came
 * out of these, layer by layer
 * @param enclosed the mails among the attachments, and what they say
 * @param messageId its Message-ID with angle brackets
 * @param references the Message-IDs that it answers or refers to, with angle brackets
 * @param receivedAt when we took it in
 * @param authentication what is known of who sent it
 * @param answers the case that it answers or may answer, if any
 * @param caseNumber the case that it belongs to, once handled
 */
public record IncomingMail(long id, Optional<EmailAddress> sender, String senderName, String subject, String text,
        List<Attachment> attachments, List<Enclosed> enclosed, Optional<String> messageId, List<String> references,
        Instant receivedAt, SenderAuthentication authentication, Optional<AnsweredCase> answers,
        @Nullable CaseNumber caseNumber) {

    private static final Set<Evidence> TRUSTED = Set.of(Evidence.TOKEN, Evidence.PERSON);

    private static final Pattern FORWARD = Pattern.compile("\\s*(?:fwd?|vs|wg|vb|tr|rv)\\s*:.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /**
     * What an answer to this mail refers to: it, and what it answers itself.
     * @return their Message-IDs, oldest first
     */
    public List<String> thread() {
        return Stream.concat(this.references.stream(), this.messageId.stream()).distinct().toList();
    }

    /**
     * Whether somebody passes on a mail instead of answering it.
     * @return whether the subject begins as mail programs begin a forward's
     */
    public boolean isForward() {
        return FORWARD.matcher(this.subject).matches();
    }

    /**
     * Whether it concerns a case that is there, rather than a new one: a forward is new,
     * unless it came to our answer address.
     * @return whether a person or its case has to look before a new case starts
     */
    public boolean isAboutCase() {
        return this.answers.filter((answer) -> answer.evidence() == Evidence.TOKEN || !isForward()).isPresent();
    }

    /**
     * Whether it surely answers its case: a subject alone is no more than a suggestion.
     * @return whether its case may have it
     */
    public boolean isAnswer() {
        return isAboutCase() && this.answers.filter((answer) -> answer.evidence() != Evidence.SUBJECT).isPresent();
    }

    /**
     * Whether a case may act upon this mail alone: it carries our token, a person put it
     * to its case, or its sender is authenticated and known.
     * @param known whether an address belongs to the case
     * @return whether to act; otherwise a person has to look
     */
    public boolean isTrusted(Predicate<EmailAddress> known) {
        return this.answers.map(AnsweredCase::evidence).filter(TRUSTED::contains).isPresent()
                || this.authentication.verdict() == Verdict.PASS && this.sender.filter(known).isPresent();
    }

    /**
     * One file of a mail.
     *
     * @param number its place in the mail, from 1
     * @param fileName a name without path, control characters or markup; never empty
     * @param contentType the declared type in lower case, for example
     * {@code application/pdf}
     * @param content the decoded bytes
     * @param within the number of the file that it came out of, such as a zip file or a
     * forwarded mail; nothing for a file of the mail itself
     * @param opened whether it is such a container itself: what it holds is among the
     * attachments and the enclosed mails, and it need not be read any further
     * @param remark why it was not opened although it is a container, in the language of
     * whoever has the mail read
     */
    public record Attachment(int number, String fileName, String contentType, byte[] content, @Nullable Integer within,
            boolean opened, @Nullable String remark) {

        Attachment asOpened() {
            return new Attachment(this.number, this.fileName, this.contentType, this.content, this.within, true, null);
        }

        Attachment asNotOpened(String remark) {
            return new Attachment(this.number, this.fileName, this.contentType, this.content, this.within, false,
                    remark);
        }

    }

    /**
     * A mail that came as a file, such as a forwarded one.
     *
     * @param attachment the number of that file; its own files are those within it
     * @param subject its subject, at most 1,000 characters
     * @param from who wrote it, as it says: nothing vouches for that
     * @param text what it says, as plain text, at most 100,000 characters
     */
    public record Enclosed(int attachment, String subject, String from, String text) {

        private static final int LONGEST_LINE = 1000;

        private static final int LONGEST_TEXT = 100_000;

        static Enclosed of(int attachment, String subject, String from, String text) {
            return new Enclosed(attachment, CleanText.line(subject, LONGEST_LINE), CleanText.line(from, LONGEST_LINE),
                    CleanText.lines(text, LONGEST_TEXT));
        }

        Enclosed saying(String text) {
            return of(this.attachment, this.subject, this.from, text);
        }

    }

}
