package no.bits.tls.drift;

import no.bits.tls.workflow.CaseRefused;

/**
 * Something cannot be done with a drift as it stands; the message says what to do, for
 * staff.
 */
final class DriftRefused extends CaseRefused {

    private DriftRefused(String norwegian, String english) {
        super(norwegian, english);
    }

    static DriftRefused notOpen(Drift drift) {
        return new DriftRefused(
                "E-posttjenerne i sak %s er i orden igjen, eller saken er avsluttet.".formatted(drift.caseNumber()),
                "The mail servers in case %s are in order again, or the case is closed.".formatted(drift.caseNumber()));
    }

    static DriftRefused withoutWords() {
        return new DriftRefused("Skriv hvem du har snakket med, eller hvorfor dette er riktig. Det følger saken.",
                "Write whom you have spoken to, or why this is right. It stays with the case.");
    }

}
