package no.bits.tls.drift;

import no.bits.tls.workflow.CaseRefused;

/**
 * Something cannot be done with a drift as it stands; the message says what to do, in
 * Norwegian, for staff.
 */
final class DriftRefused extends CaseRefused {

    private DriftRefused(String message) {
        super(message);
    }

    static DriftRefused notOpen(Drift drift) {
        return new DriftRefused(
                "E-posttjenerne i sak %s er i orden igjen, eller saken er avsluttet.".formatted(drift.caseNumber()));
    }

    static DriftRefused withoutWords() {
        return new DriftRefused("Skriv hvem du har snakket med, eller hvorfor dette er riktig. Det følger saken.");
    }

}
