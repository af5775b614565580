package no.bits.tls.tls;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import no.bits.tls.identifier.DomainName;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.Type;

import org.springframework.stereotype.Component;

/** Finds where DNS sends a domain's mail (RFC 5321, 5.1). */
@Component
class MailRoutes {

    private static final int MOST = 10;

    private final Dns dns;

    private final TlsSettings settings;

    MailRoutes(Dns dns, TlsSettings settings) {
        this.dns = dns;
        this.settings = settings;
    }

    /**
     * The route of a domain's mail.
     * @param domain the domain
     * @return the route; of kind {@code FAILED} where DNS gave no answer
     */
    MailRoute of(DomainName domain) {
        DnsAnswer answer = this.dns.ask(domain.ascii(), Type.MX);
        if (answer.failed()) {
            return MailRoute.failed("MX: " + answer.failure());
        }
        List<MXRecord> records = answer.of(MXRecord.class).toList();
        List<MXRecord> usable = records.stream()
            .filter((record) -> !record.getTarget().equals(Name.root))
            .sorted(Comparator.comparingInt(MXRecord::getPriority).thenComparing(MXRecord::getTarget))
            .toList();
        if (usable.isEmpty()) {
            return records.isEmpty() ? byAddress(domain, answer.secure())
                    : MailRoute.none(MailRoute.Kind.NULL_MX, answer.secure());
        }
        return new MailRoute(MailRoute.Kind.MX,
                usable.stream().limit(MOST).map((mx) -> exchanger(host(mx.getTarget()), mx.getPriority())).toList(),
                Math.max(0, usable.size() - MOST), answer.secure(), "");
    }

    private MailRoute byAddress(DomainName domain, boolean secure) {
        MailExchanger itself = exchanger(domain.ascii(), 0);
        if (!itself.addresses().isEmpty()) {
            return new MailRoute(MailRoute.Kind.ADDRESS, List.of(itself), 0, secure, "");
        }
        return itself.failures().isEmpty() ? MailRoute.none(MailRoute.Kind.NOTHING, secure)
                : MailRoute.failed(String.join(", ", itself.failures()));
    }

    private MailExchanger exchanger(String host, int preference) {
        DnsAnswer ipv4 = this.dns.ask(host, Type.A);
        DnsAnswer ipv6 = this.dns.ask(host, Type.AAAA);
        DnsAnswer tlsa = this.dns.ask("_25._tcp." + host, Type.TLSA);
        String canonical = host(ipv4.name());
        List<String> failures = new ArrayList<>();
        failure("A", ipv4, failures);
        failure("AAAA", ipv6, failures);
        return new MailExchanger(host, preference, canonical.equalsIgnoreCase(host) ? "" : canonical,
                Stream.concat(Dns.addresses(ipv4).stream(), Dns.addresses(ipv6).stream())
                    .map(InetAddress::getHostAddress)
                    .toList(),
                tlsa.of(TLSARecord.class).map(Record::rdataToString).map(Quote::of).toList(), tlsa.secure(), failures);
    }

    private void failure(String type, DnsAnswer answer, List<String> failures) {
        if (answer.failed() && (this.settings.ipv6() || !type.equals("AAAA"))) {
            failures.add(type + ": " + answer.failure());
        }
    }

    private static String host(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }

}
