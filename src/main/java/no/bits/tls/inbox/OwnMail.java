package no.bits.tls.inbox;

import java.util.List;
import java.util.stream.Stream;

import no.bits.tls.identifier.EmailAddress;

/** Recognises mails that come from this system itself: handling one may start a loop. */
final class OwnMail {

    private OwnMail() {
    }

    static boolean test(MailHeader header, List<EmailAddress> ownAddresses) {
        return header.count("x-bits-tls") > 0 || Stream.of("from", "reply-to", "sender", "resent-from")
            .flatMap((field) -> header.mailboxes(field).stream())
            .flatMap((mailbox) -> EmailAddress.parse(mailbox.getAddress()).stream())
            .anyMatch((address) -> ownAddresses.stream().anyMatch((own) -> isOurs(address, own)));
    }

    /** Also with a token: {@code tls+token@bits.no} is {@code tls@bits.no}. */
    private static boolean isOurs(EmailAddress address, EmailAddress own) {
        String localPart = address.localPart().replaceFirst("\\+.*", "");
        return address.domain().equals(own.domain()) && localPart.equalsIgnoreCase(own.localPart());
    }

}
