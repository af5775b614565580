package no.bits.tls.domaincheck;

/**
 * A domain's mail servers were looked at, told in the transaction that keeps what was
 * seen, also where a server asked us to come again.
 *
 * @param check the check, with its report
 */
public record DomainChecked(DomainCheck check) {
}
