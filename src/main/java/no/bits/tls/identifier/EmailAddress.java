package no.bits.tls.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mail address that is safe to write into a header or an SMTP command: no line break,
 * no control character, no second address (RFC 5321, dot-string local parts only).
 *
 * @param value the address, its domain in lower case A-label form
 */
public record EmailAddress(String value) {

    private static final Pattern LOCAL_PART = Pattern
        .compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    public EmailAddress {
        int at = value.lastIndexOf('@');
        if (at < 1 || at > 64 || !LOCAL_PART.matcher(value.substring(0, at)).matches()) {
            throw invalid(value);
        }
        value = value.substring(0, at + 1) + domainOf(value, at);
        if (value.length() > 254) {
            throw invalid(value);
        }
    }

    /**
     * The address that a text such as {@code mailto:tls@bank.no} or {@code <tls@bank.no>}
     * means.
     * @param text one address as somebody wrote it
     * @return the address, or nothing where the text is not exactly one usable address
     */
    public static Optional<EmailAddress> parse(String text) {
        String bare = text.strip().replaceFirst("(?i)^mailto:", "").replaceFirst("^<([^<>]*)>$", "$1").strip();
        try {
            return Optional.of(new EmailAddress(bare));
        }
        catch (IllegalArgumentException ex) {
            return Optional.empty();
        }
    }

    /** The domain behind the last {@code @}. */
    public DomainName domain() {
        return new DomainName(this.value.substring(this.value.lastIndexOf('@') + 1));
    }

    /** The part before the last {@code @}. */
    public String localPart() {
        return this.value.substring(0, this.value.lastIndexOf('@'));
    }

    /**
     * Whether both name one mailbox: compared without case, as every mail server in
     * practice does.
     * @param other the other address
     * @return whether they are the same
     */
    public boolean sameAs(EmailAddress other) {
        return this.value.equalsIgnoreCase(other.value);
    }

    @Override
    public String toString() {
        return this.value;
    }

    private static DomainName domainOf(String value, int at) {
        return DomainName.ofHost(value.substring(at + 1)).orElseThrow(() -> invalid(value));
    }

    private static IllegalArgumentException invalid(String value) {
        return new IllegalArgumentException(
                "%s is no mail address: one name@domain is needed".formatted(value.replaceAll("\\p{Cntrl}", "?")));
    }

}
