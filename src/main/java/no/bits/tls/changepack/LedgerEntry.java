package no.bits.tls.changepack;

import java.time.LocalDate;

/**
 * Where one participant stands in the ledger.
 *
 * @param organisationNumber nine digits, or nothing
 * @param domains how many domains it has on the list
 * @param listVersion the newest version that it has confirmed; 0 for none
 * @param confirmedOn when; its enrolment where it has confirmed none
 * @param quartersBehind how many whole quarters have passed since without a confirmation
 */
public record LedgerEntry(String organisation, String organisationNumber, int domains, long listVersion,
        LocalDate confirmedOn, int quartersBehind) {
}
