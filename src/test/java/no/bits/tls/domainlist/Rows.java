package no.bits.tls.domainlist;

import java.time.LocalDate;
import java.util.List;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.OrganisationNumber;

/** Rows of the Domain List as tests need them. */
final class Rows {

    /** A dozen participants as they may look, in the order of the list. */
    static final List<ListedDomain> DOZEN = List.of(
            row("Advokatfirmaet Sandlo DA", "909176158", "adv-sandlo.example", "2026-11-18", false),
            row("Blåskogstjerne Bank AS", "900773781", "blaskogstjerne.example", "2026-11-10", true),
            row("Blåskogstjerne Bank AS", "900773781", "xn--blskogstjerne-qfb.example", "2026-11-10", true),
            row("Einebær Pensjonskasse", "907441814", "einebaerpensjonskasse.example", "2026-11-03", true),
            row("Finans Norge", "", "fno.example", "2017-02-01", true),
            row("Fjellvåkbanken ASA", "905534203", "fjellvakbanken.example", "2026-11-03", true),
            row("Fjellvåkbanken ASA", "905534203", "kunde.fjellvakbanken.example", "2026-11-03", false),
            row("Grønnfink Boligkreditt AS", "901081530", "gronnfink-gruppen.example", "2026-11-12", true),
            row("Heilo Regnskap SA", "807741691", "heilo-regnskap.example", "2026-11-05", false),
            row("Sparebanken Myrsnipe", "807692356", "sparebankenmyrsnipe.example", "2026-11-06", true),
            row("Øyenstikker og Omegn Sparebank", "905682687", "oyenstikkersparebank.example", "2026-11-17", true),
            row("Aaltvedt & Ås, Arkitekter", "916960190", "aaltvedt-as.example", "2026-11-19", false));

    private Rows() {
    }

    static ListedDomain row(String organisation, String number, String domain, boolean inboundEnforcement) {
        return row(organisation, number, domain, "2026-11-05", inboundEnforcement);
    }

    static ListedDomain row(String organisation, String number, String domain, String enrolledOn,
            boolean inboundEnforcement) {
        return new ListedDomain(organisation, number.isEmpty() ? null : new OrganisationNumber(number),
                new DomainName(domain), LocalDate.parse(enrolledOn), inboundEnforcement);
    }

}
