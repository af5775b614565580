package no.bits.tls.inbox;

import java.util.List;

import no.bits.tls.inbox.IncomingMail.Enclosed;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a container.
 *
 * @param files the files in it
 * @param enclosed the mail that it is, where it is one
 * @param signed the mail around it as its sender signed it, where it is its signed text
 */
record Contents(List<MailFile> files, @Nullable Enclosed enclosed, @Nullable ParsedMail signed) {

    static Contents of(List<MailFile> files) {
        return new Contents(files, null, null);
    }

    static Contents of(Enclosed mail, List<MailFile> files) {
        return new Contents(files, mail, null);
    }

    static Contents signed(ParsedMail mail) {
        return new Contents(mail.files(), null, mail);
    }

    long size() {
        return this.files.stream().mapToLong((file) -> file.content().length).sum();
    }

}
