package no.bits.tls.errorreport;

import java.util.Collection;

import no.bits.tls.evidence.Cause;
import no.bits.tls.evidence.Failure;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.workflow.DeskLanguage;

/**
 * What we would say that a report is, for the person who decides.
 *
 * @param assessment what to do
 * @param reason why, one sentence for the reader
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
            return proposed(Assessment.ASK, "Det går ikke frem hvilket domene det gjelder.",
                    "It is not clear which domain it is about.");
        }
        if (report.cause() == Cause.RECIPIENT_UNKNOWN && !aboutTls) {
            return proposed(Assessment.NOT_TLS,
                    "Mottakeren finnes ikke, sier e-posttjeneren. Det har ikke med TLS å gjøre.",
                    "The recipient does not exist, says the mail server. That has nothing to do with TLS.");
        }
        if (report.participants().isEmpty()) {
            return proposed(Assessment.NOT_LISTED, "Domenet står ikke på domenelisten.",
                    "The domain is not on the Domain List.");
        }
        if (report.cause() == Cause.POLICY_REJECTED) {
            return aboutTls
                    ? proposed(Assessment.OWN_SIDE,
                            "Mottakeren krever TLS, og e-posten kom uten. Avsenderen må slå det på.",
                            "The recipient requires TLS, and the e-mail came without it. The sender has to turn it on.")
                    : proposed(Assessment.NOT_TLS, "Mottakeren avviste e-posten etter sine egne regler.",
                            "The recipient refused the e-mail by its own rules.");
        }
        if (report.participants().equals(report.reportingParticipants())) {
            return proposed(Assessment.OWN_SIDE, "Den som melder fra, er selv deltakeren det gjelder.",
                    "The reporter is the very participant that it is about.");
        }
        return seen(report, fails, passes);
    }

    private static Proposal seen(ErrorReport report, boolean fails, boolean passes) {
        if (fails) {
            return proposed(Assessment.TELL, "Vi ser selv at e-posttjenerne feiler.",
                    "We see ourselves that the mail servers fail.");
        }
        if (passes && report.cause() == Cause.UNKNOWN) {
            return proposed(Assessment.ASK,
                    "E-posttjenerne er i orden nå, og det som ble sendt, sier ikke hva som var galt.",
                    "The mail servers are in order now, and what was sent does not say what was wrong.");
        }
        return passes ? proposed(Assessment.OWN_SIDE,
                "E-posttjenerne er i orden nå. Da ligger feilen trolig hos avsenderen, eller den er rettet.",
                "The mail servers are in order now. So the fault is probably the sender's, or it has been put right.")
                : proposed(Assessment.TELL, "E-posttjenerne kunne ikke prøves ferdig, og feilmeldingen peker på dem.",
                        "The mail servers could not be tested to the end, and the error report points to them.");
    }

    private static Proposal proposed(Assessment assessment, String norwegian, String english) {
        return new Proposal(assessment, DeskLanguage.ofReader().of(norwegian, english));
    }

}
