package no.bits.tls.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why mail did not arrive: the result types of TLS reports (RFC 8460, 4.3), two causes
 * that have nothing to do with our own requirements, and the honest answer that nobody
 * knows.
 */
public enum Cause {

    /** The server offers no STARTTLS. */
    STARTTLS_NOT_SUPPORTED("Serveren tilbyr ikke STARTTLS", "The server does not offer STARTTLS"),

    /** The certificate has another name. */
    CERTIFICATE_HOST_MISMATCH("Sertifikatet har et annet navn enn serveren",
            "The certificate has another name than the server"),

    /** The certificate is past its time. */
    CERTIFICATE_EXPIRED("Sertifikatet har gått ut", "The certificate has expired"),

    /** The chain does not end at a root that the sender trusts. */
    CERTIFICATE_NOT_TRUSTED("Sertifikatet er ikke utstedt av noen som avsenderen stoler på",
            "The certificate is not issued by anybody whom the sender trusts"),

    /** The certificate is refused for another reason. */
    VALIDATION_FAILURE("Sertifikatet ble ikke godtatt, av en annen grunn",
            "The certificate was not accepted, for another reason"),

    /** The TLSA records are wrong. */
    TLSA_INVALID("TLSA-oppføringene (DANE) er feil", "The TLSA records (DANE) are wrong"),

    /** The domain's DNSSEC is broken. */
    DNSSEC_INVALID("Domenets DNSSEC er feil", "The domain's DNSSEC is broken"),

    /** The sender wants DANE, and there is none. */
    DANE_REQUIRED("Avsenderen krever DANE", "The sender requires DANE"),

    /** The MTA-STS policy cannot be fetched. */
    STS_POLICY_FETCH_ERROR("MTA-STS-policyen kan ikke hentes", "The MTA-STS policy cannot be fetched"),

    /** The MTA-STS policy cannot be understood. */
    STS_POLICY_INVALID("MTA-STS-policyen er ugyldig", "The MTA-STS policy is invalid"),

    /** The server of the MTA-STS policy has a bad certificate. */
    STS_WEBPKI_INVALID("Webserveren for MTA-STS har et ugyldig sertifikat",
            "The web server for MTA-STS has an invalid certificate"),

    /** The recipient's server refuses the mail by its own rules. */
    POLICY_REJECTED("Mottakerens server avviste e-posten etter sine egne regler",
            "The recipient's server refused the mail by its own rules"),

    /** There is no such recipient, which is no matter of TLS. */
    RECIPIENT_UNKNOWN("Mottakeren finnes ikke", "The recipient does not exist"),

    /** What was sent to us does not tell. */
    UNKNOWN("Årsaken er ukjent", "The cause is unknown");

    private final String norwegian;

    private final String english;

    Cause(String norwegian, String english) {
        this.norwegian = norwegian;
        this.english = english;
    }

    /** As a clause for Norwegian readers, without a full stop. */
    public String norwegian() {
        return this.norwegian;
    }

    /** As a clause for English readers, without a full stop. */
    public String english() {
        return this.english;
    }

    /** Its name in reports and in Cockpit, for example {@code certificate-expired}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is a fault of somebody's TLS, and known as such. */
    public boolean isFaultOfTls() {
        return compareTo(POLICY_REJECTED) < 0;
    }

    /**
     * The cause that a TLS report names.
     * @param code its {@code result-type}
     * @return the cause, or nothing where RFC 8460 knows no such type
     */
    static Optional<Cause> ofResultType(String code) {
        return Arrays.stream(values())
            .filter(Cause::isFaultOfTls)
            .filter((cause) -> cause.code().equalsIgnoreCase(code.strip()))
            .findFirst();
    }

}
