package no.bits.tls.outbox;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import no.bits.tls.identifier.EmailAddress;

/**
 * Our own mailbox, with plus addresses (RFC 5233).
 *
 * @param name what people see
 * @param address where it is
 */
record Mailbox(String name, EmailAddress address) {

    private static final int TOKEN = 42;

    Mailbox {
        if (address.localPart().length() + "-bounce+".length() + TOKEN > 64) {
            throw new IllegalArgumentException(
                    "The address %s in backoffice.outbox.from is too long: its tokens need a local part of at most 14"
                        .formatted(address));
        }
    }

    static Mailbox parse(String from) {
        try {
            InternetAddress parsed = new InternetAddress(from, true);
            return new Mailbox(Objects.requireNonNullElse(parsed.getPersonal(), ""),
                    new EmailAddress(parsed.getAddress()));
        }
        catch (AddressException | IllegalArgumentException ex) {
            throw new IllegalArgumentException(
                    "backoffice.outbox.from is %s, but must look like Bits <tls@bits.no>".formatted(from), ex);
        }
    }

    InternetAddress asAddress() {
        try {
            return new InternetAddress(this.address.value(), this.name, StandardCharsets.UTF_8.name());
        }
        catch (UnsupportedEncodingException ex) {
            throw new IllegalStateException("This Java has no UTF-8, which every Java must have", ex);
        }
    }

    /**
     * A plus address beside this mailbox.
     * @param suffix what is added to the name before the plus sign, for example
     * {@code -bounce}
     * @param detail what follows the plus sign
     * @return for example {@code tls-bounce+detail@bits.no}
     */
    InternetAddress plus(String suffix, String detail) {
        InternetAddress plus = new InternetAddress();
        plus.setAddress("%s%s+%s@%s".formatted(this.address.localPart(), suffix, detail, this.address.domain()));
        return plus;
    }

    /**
     * What stands behind the plus sign of a plus address beside this mailbox.
     * @param suffix as for {@link #plus}
     * @param address any address
     * @return the detail, or nothing where the address is another
     */
    Optional<String> detail(String suffix, EmailAddress address) {
        String beginning = this.address.localPart() + suffix + "+";
        return address.domain().equals(this.address.domain())
                && address.localPart().regionMatches(true, 0, beginning, 0, beginning.length())
                        ? Optional.of(address.localPart().substring(beginning.length())) : Optional.empty();
    }

}
