package no.bits.tls.errorreport;

import java.util.Collection;

import no.bits.tls.evidence.Cause;
import no.bits.tls.evidence.Failure;
import no.bits.tls.tls.DomainReport;

/**
 * What we would say that a report is, for the person who decides.
 *
 * @param assessment what to do
 * @param reason why, one sentence in Norwegian
 */
record Proposal(Assessment assessment, String reason) {

    /**
     * Proposes what to do.
     * @param report the report
     * @param failures what its mails tell
     * @param seen what we saw at its domains' servers
     */
    static Proposal of(ErrorReport report, Collection<Failure> failures, Collection<DomainReport> seen) {
        boolean aboutTls = failures.isEmpty() || failures.stream().anyMatch(Failure::aboutTls);
        boolean fails = seen.stream().anyMatch(DomainReport::fails);
        boolean passes = !seen.isEmpty() && seen.stream().allMatch(DomainReport::passes);
        if (report.domains().isEmpty() && report.participants().isEmpty()) {
            return new Proposal(Assessment.ASK, "Det går ikke frem hvilket domene det gjelder.");
        }
        if (report.cause() == Cause.RECIPIENT_UNKNOWN && !aboutTls) {
            return new Proposal(Assessment.NOT_TLS,
                    "Mottakeren finnes ikke, sier e-posttjeneren. Det har ikke med TLS å gjøre.");
        }
        if (report.participants().isEmpty()) {
            return new Proposal(Assessment.NOT_LISTED, "Domenet står ikke på domenelisten.");
        }
        if (report.cause() == Cause.POLICY_REJECTED) {
            return aboutTls
                    ? new Proposal(Assessment.OWN_SIDE,
                            "Mottakeren krever TLS, og e-posten kom uten. Avsenderen må slå det på.")
                    : new Proposal(Assessment.NOT_TLS, "Mottakeren avviste e-posten etter sine egne regler.");
        }
        if (report.participants().equals(report.reportingParticipants())) {
            return new Proposal(Assessment.OWN_SIDE, "Den som melder fra, er selv deltakeren det gjelder.");
        }
        return seen(report, fails, passes);
    }

    private static Proposal seen(ErrorReport report, boolean fails, boolean passes) {
        if (fails) {
            return new Proposal(Assessment.TELL, "Vi ser selv at e-posttjenerne feiler.");
        }
        if (passes && report.cause() == Cause.UNKNOWN) {
            return new Proposal(Assessment.ASK,
                    "E-posttjenerne er i orden nå, og det som ble sendt, sier ikke hva som var galt.");
        }
        return passes
                ? new Proposal(Assessment.OWN_SIDE,
                        "E-posttjenerne er i orden nå. Da ligger feilen trolig hos avsenderen, eller den er rettet.")
                : new Proposal(Assessment.TELL,
                        "E-posttjenerne kunne ikke prøves ferdig, og feilmeldingen peker på dem.");
    }

}
