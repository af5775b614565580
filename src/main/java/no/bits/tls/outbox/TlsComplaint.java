package no.bits.tls.outbox;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a mail server's words complain about TLS. Addresses, host names and links are
 * no words: {@code tls@bits.no} is in most of what servers say about our mails.
 */
final class TlsComplaint {

    private static final Pattern NAMES = Pattern
        .compile("\\S{0,100}@\\S{0,255}|https?://\\S+|\\b(?:[\\w-]{1,63}\\.){1,10}[A-Za-z]{2,63}\\b");

    private static final String TLS = "\\b(?:START)?(?:TLS|SSL)(?:v?\\d(?:\\.\\d)?)?\\b";

    private static final String FAILS = "(?:fail|error|requir|need|must|mandatory|not |n't|unavail|unsupp|refus|cannot"
            + "|unable|handshake|mismatch|expired|invalid|untrust|revoked|self-signed|unknown|problem|abort)";

    private static final Pattern COMPLAINT = Pattern.compile(Stream.of(TLS + "[^.;]{0,60}?" + FAILS,
            "(?:requires?|required|needs?|must|cannot|could not|unable to|failed to|fail\\w* in|error in)\\b[^.;]{0,40}?"
                    + TLS,
            "(?:\\bno|without|missing) (?:\\w+ )?" + TLS, "\\bcertificates?\\b[^.;]{0,60}?" + FAILS,
            "(?:untrusted|expired|invalid|self-signed|unverified|revoked|wrong|bad|no|verif\\w+|validat\\w+|trust\\w*)"
                    + " (?:[\\w'-]+ ){0,3}certificates?\\b",
            "\\bcertificate verif", "\\bTLSA\\b", "\\bMTA-STS\\b", "(?-i:\\bDANE)[ -](?:[\\w-]+ ){0,3}?" + FAILS,
            "\\bdnssec-invalid\\b", "\\bUntrustedRoot\\b", "\\bSubjectMismatch\\b", "\\bPartialChain\\b",
            "\\bencryption (?:is )?(?:needed|required|mandatory)", "(?:requires?|must (?:use|be)) (?:[\\w-]+ )?encrypt")
        .map("(?:%s)"::formatted)
        .reduce((one, other) -> one + "|" + other)
        .orElseThrow(), Pattern.CASE_INSENSITIVE);

    private TlsComplaint() {
    }

    /**
     * Looks for a complaint.
     * @param said what a server said, one line
     * @return whether it says that TLS is missing, broken or not trusted
     */
    static boolean isIn(String said) {
        return COMPLAINT.matcher(NAMES.matcher(said).replaceAll("…")).find();
    }

}
