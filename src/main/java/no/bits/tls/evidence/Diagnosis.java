package no.bits.tls.evidence;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the words of a server or of a program tell of the cause. Many name none: then it
 * is unknown, and never guessed.
 *
 * @param cause the cause that they name
 * @param aboutTls whether they speak of TLS at all
 */
record Diagnosis(Cause cause, boolean aboutTls) {

    private static final String TLS = "(?:START)?(?:TLS|SSL)";

    /** What programs and people say, in the order in which it counts. */
    private static final Map<Cause, Pattern> NAMED = Map.ofEntries(
            named(Cause.STARTTLS_NOT_SUPPORTED, "starttls-not-supported|[45]\\.7\\.321\\b" + "|" + TLS
                    + "\\b[^.;]{0,30}?\\b(?:(?:was|is|are|were)(?: not|n't)|but not) (?:offered|supported|advertised|announced|enabled)"
                    + "|(?:not|n't|no longer|cannot) (?:offer|support|advertise|announce)\\w*(?: \\w+){0,2}? " + TLS
                    + "|\\bno " + TLS + "(?: support| offered| advertised)|lacks " + TLS + "|" + TLS
                    + " not (?:offered|advertised|supported)" + "|(?:tilbyr|støtter|annonserer|har) ikke(?: \\w+)? "
                    + TLS),
            named(Cause.CERTIFICATE_HOST_MISMATCH, "certificate-host-mismatch|[45]\\.7\\.325\\b|SubjectMismatch"
                    + "|(?:host ?name|peer ?name|subject(?: alternative)? name|certificate name|server name|\\bCN\\b|name)[^;]{0,60}?"
                    + "(?:mismatch|does(?: not|n't) match|did(?: not|n't) match|not matched|verification failed)"
                    + "|certificate[^.;]{0,40}does(?: not|n't) match|no alternative certificate subject name"
                    + "|sertifikat\\w*[^.;]{0,40}(?:feil|annet) (?:\\w+)?navn|navnet i sertifikatet[^.;]{0,40}ikke"),
            named(Cause.CERTIFICATE_EXPIRED, "certificate-expired|[45]\\.7\\.322\\b|CertificateExpired"
                    + "|certificate[^.;]{0,40}?\\bexpired|expired certificate"
                    + "|sertifikat\\w*[^.;]{0,40}?\\b(?:utløpt|utløp|utgått|gått ut|gikk ut)|utløpt sertifikat"),
            named(Cause.CERTIFICATE_NOT_TRUSTED, "certificate-not-trusted|self[- ]?signed|selvsignert"
                    + "|untrusted[ -]?(?:root|issuer)|issuer (?:is|was) (?:unknown|not trusted)"
                    + "|unable to get (?:local )?issuer|unknown[ _]?(?:ca|issuer|certificate authority)\\b|unable to verify the first certificate"
                    + "|PartialChain|unknown authority|issuer certificate (?:not found|could not be found)"),
            named(Cause.VALIDATION_FAILURE,
                    "validation-failure|not yet valid|certificate[^.;]{0,40}revoked|CertificateRevoked"),
            named(Cause.TLSA_INVALID,
                    "tlsa-invalid|[45]\\.7\\.323\\b|TLSA[^.;]{0,60}(?:mismatch|not match|invalid|unusable)"),
            named(Cause.DNSSEC_INVALID, "dnssec-invalid|[45]\\.7\\.324\\b|DNSSEC[^.;]{0,60}(?:fail|invalid|bogus)"),
            named(Cause.DANE_REQUIRED, "dane-required"), named(Cause.STS_POLICY_FETCH_ERROR, "sts-policy-fetch-error"),
            named(Cause.STS_POLICY_INVALID, "sts-policy-invalid"),
            named(Cause.STS_WEBPKI_INVALID, "sts-webpki-invalid"));

    private static final Pattern BOTH_WAYS = pattern(
            "expired or (?:is )?not yet valid|not yet valid or (?:has )?expired");

    /** Words of TLS, and the codes of RFC 3463 and 7505 that stand for it. */
    private static final Pattern ABOUT_TLS = pattern("\\b" + TLS + "\\b|\\b" + TLS
            + "_|certificate|\\bcert\\b|handshake|sertifikat|MTA-STS|\\bDANE\\b|TLSA|encrypt|krypter|[45]\\.7\\.(?:4|5|10|11|32\\d)\\b");

    private static final Pattern FAILED_ON_THE_WAY = pattern(
            "refused to start " + TLS + "|attempt to start " + TLS + " failed|cannot start " + TLS + "|" + TLS
                    + "[^.;]{0,40}(?:fail|error)|handshake|could not be negotiated");

    private static final Pattern ASKS_FOR_TLS = pattern("must issue a? ?STARTTLS|[45]\\.7\\.1[01]\\b|" + TLS
            + "(?: encryption| session| connection)? (?:is )?(?:required|needed)|encryption (?:is )?(?:required|needed)"
            + "|requires (?:a |an )?(?:" + TLS + "|encrypt)");

    private static final Pattern NO_SUCH_RECIPIENT = pattern(
            "[45]\\.1\\.(?:1|10|6)\\b|user unknown|unknown (?:user|recipient|mailbox|local.part)"
                    + "|no such (?:user|recipient|mailbox|address|person)|(?:mailbox|recipient|address|user|account)\\b[^.;\\n]{0,80}?"
                    + "(?:does(?: not|n't) exist|not found|couldn't be found|unknown)|RecipientNotFound|RecNotFound|invalid (?:recipient|mailbox)"
                    + "|unrouteable address|no mailbox here|(?:mottaker|bruker|adresse|postboks)\\w*[^.;\\n]{0,40}(?:finnes ikke|ukjent)|ukjent (?:mottaker|bruker)");

    private static final Pattern NO_SUCH_DOMAIN = pattern(
            "[45]\\.1\\.2\\b|NXDOMAIN|\\b(?:host|domain)\\b[^.;]{0,40}?(?:not found|does(?: not|n't) exist)");

    private static final Pattern POLICY = pattern(
            "[45]\\.7\\.\\d{1,3}\\b|polic(?:y|ies)|\\bspam\\b|block ?list|black ?list|blocked|reputation|DMARC"
                    + "|\\bSPF\\b|access denied|relay(?:ing)? (?:access )?denied|not (?:permitted|authori[sz]ed) to");

    static Diagnosis of(String status, String said) {
        String all = status + " " + said.replaceAll("\\s+", " ");
        Cause named = BOTH_WAYS.matcher(all).find() ? Cause.VALIDATION_FAILURE : named(all);
        boolean aboutTls = ABOUT_TLS.matcher(all).find() || named != Cause.UNKNOWN;
        return new Diagnosis((named != Cause.UNKNOWN) ? named : aboutTls ? refusal(all) : otherwise(all), aboutTls);
    }

    private static Cause named(String all) {
        return Arrays.stream(Cause.values())
            .filter((cause) -> NAMED.containsKey(cause) && NAMED.get(cause).matcher(all).find())
            .findFirst()
            .orElse(Cause.UNKNOWN);
    }

    /** Whether the recipient's server wants TLS, rather than the sender. */
    private static Cause refusal(String all) {
        return (!FAILED_ON_THE_WAY.matcher(all).find() && ASKS_FOR_TLS.matcher(all).find()) ? Cause.POLICY_REJECTED
                : Cause.UNKNOWN;
    }

    private static Cause otherwise(String all) {
        return NO_SUCH_DOMAIN.matcher(all).find() ? Cause.UNKNOWN : NO_SUCH_RECIPIENT.matcher(all).find()
                ? Cause.RECIPIENT_UNKNOWN : POLICY.matcher(all).find() ? Cause.POLICY_REJECTED : Cause.UNKNOWN;
    }

    private static Map.Entry<Cause, Pattern> named(Cause cause, String words) {
        return Map.entry(cause, pattern(words));
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

}
