package no.bits.tls.tls;

import java.util.List;

/**
 * One mail server of a domain, as DNS has it.
 *
 * @param host the name in the MX record, without a trailing dot
 * @param preference the preference in the MX record; 0 of a domain without MX
 * @param canonicalName the name that it is an alias of (CNAME); empty where it is none
 * @param addresses all its addresses, in the order of the answer
 * @param tlsa its TLSA records of port 25 (DANE, RFC 7672), each as in a zone file
 * @param tlsaSecure whether the resolver vouches for those by DNSSEC
 * @param failures what DNS did not answer, for example {@code AAAA: SERVFAIL}
 */
public record MailExchanger(String host, int preference, String canonicalName, List<String> addresses,
        List<String> tlsa, boolean tlsaSecure, List<String> failures) {

    public MailExchanger {
        addresses = List.copyOf(addresses);
        tlsa = List.copyOf(tlsa);
        failures = List.copyOf(failures);
    }

    /** Who runs it: the last two labels of its name, for example {@code outlook.com}. */
    public String operator() {
        return Operator.of(this.host);
    }

}
