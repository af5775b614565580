package no.bits.tls.errorreport;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

import no.bits.tls.evidence.Cause;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.tls.Finding;

/** What our own look at mail servers tells of the cause, in the words of RFC 8460. */
final class SeenCause {

    private static final Map<Finding, Cause> CAUSES = new EnumMap<>(Map.of(Finding.STARTTLS_MISSING,
            Cause.STARTTLS_NOT_SUPPORTED, Finding.NAME_DIFFERS, Cause.CERTIFICATE_HOST_MISMATCH, Finding.EXPIRED,
            Cause.CERTIFICATE_EXPIRED, Finding.SELF_SIGNED, Cause.CERTIFICATE_NOT_TRUSTED, Finding.ISSUER_MISSING,
            Cause.CERTIFICATE_NOT_TRUSTED, Finding.ROOT_UNKNOWN, Cause.CERTIFICATE_NOT_TRUSTED, Finding.NOT_YET_VALID,
            Cause.VALIDATION_FAILURE, Finding.SIGNATURE_WEAK, Cause.VALIDATION_FAILURE, Finding.CHAIN_REFUSED,
            Cause.VALIDATION_FAILURE));

    private SeenCause() {
    }

    /**
     * The cause of a failure, of which a report names one or none.
     * @param named what the report says
     * @param seen what we saw ourselves
     * @return what the report says, or else the first fault that RFC 8460 has a name for;
     * unknown where there is none
     */
    static Cause of(Cause named, Collection<DomainReport> seen) {
        return (named != Cause.UNKNOWN) ? named
                : seen.stream()
                    .flatMap((report) -> report.faults().stream())
                    .flatMap((fault) -> Stream.ofNullable(CAUSES.get(fault.verdict().finding())))
                    .findFirst()
                    .orElse(Cause.UNKNOWN);
    }

}
