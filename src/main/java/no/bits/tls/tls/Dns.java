package no.bits.tls.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

import org.springframework.stereotype.Component;

/**
 * Asks DNS, and tells "there is none" from "nobody answered". It has one resolver for the
 * life of the application.
 */
@Component
class Dns {

    private static final Pattern RESOLVER = Pattern
        .compile("(?:\\[(?<bracketed>[0-9A-Fa-f:.]+)\\]|(?<ipv4>[0-9.]+))(?::(?<port>\\d+))?|(?<ipv6>[0-9A-Fa-f:.]+)");

    private static final int LONGEST_ALIAS_CHAIN = 8;

    private static final int DNS_PORT = 53;

    private static final int TRIES = 3;

    private static final Duration GRANULARITY = Duration.ofSeconds(1);

    private final Resolver resolver;

    Dns(TlsSettings settings) {
        ExtendedResolver all = resolver(settings.resolvers());
        all.setRetries(TRIES);
        all.setTimeout(settings.dnsTimeout().plus(GRANULARITY).multipliedBy((long) TRIES * all.getResolvers().length));
        for (Resolver one : all.getResolvers()) {
            one.setTimeout(settings.dnsTimeout());
        }
        this.resolver = all;
    }

    /**
     * Asks for records and follows aliases.
     * @param host a name, with or without a trailing dot
     * @param type one of dnsjava's {@link Type}s
     * @return the answer; never an exception
     */
    DnsAnswer ask(String host, int type) {
        try {
            return ask(Name.fromString(host, Name.root), type);
        }
        catch (TextParseException ex) {
            return DnsAnswer.failed(Name.root, "no host name");
        }
    }

    DnsAnswer ask(Name name, int type) {
        boolean secure = true;
        Name asked = name;
        for (int hop = 0; hop < LONGEST_ALIAS_CHAIN; hop++) {
            DnsAnswer answer = once(asked, type);
            secure &= answer.secure();
            if (answer.failed() || !answer.records().isEmpty() || answer.name().equals(asked)) {
                return new DnsAnswer(answer.name(), answer.records(), secure, answer.failure());
            }
            asked = answer.name();
        }
        return DnsAnswer.failed(asked, "alias loop");
    }

    /** The addresses among the records of an answer, in its order. */
    static List<InetAddress> addresses(DnsAnswer answer) {
        return answer.records()
            .stream()
            .flatMap((record) -> (record instanceof ARecord ipv4) ? Stream.of(ipv4.getAddress())
                    : (record instanceof AAAARecord ipv6) ? Stream.of(ipv6.getAddress()) : Stream.empty())
            .toList();
    }

    /** The text records of a name that begin with a tag, for example {@code v=STSv1}. */
    List<String> texts(String host, String tag) {
        return ask(host, Type.TXT).of(TXTRecord.class)
            .map((record) -> String.join("", record.getStrings()))
            .filter((text) -> text.startsWith(tag))
            .toList();
    }

    private DnsAnswer once(Name name, int type) {
        try {
            Message question = Message.newQuery(Record.newRecord(name, type, DClass.IN));
            question.getHeader().setFlag(Flags.AD);
            Message answer = this.resolver.send(question);
            int rcode = answer.getRcode();
            if (rcode != Rcode.NOERROR && rcode != Rcode.NXDOMAIN) {
                return DnsAnswer.failed(name, Rcode.string(rcode));
            }
            return read(name, type, answer);
        }
        catch (IOException ex) {
            return DnsAnswer.failed(name, "no answer");
        }
    }

    private static DnsAnswer read(Name asked, int type, Message answer) {
        List<Record> section = answer.getSection(Section.ANSWER);
        Name name = asked;
        for (int hop = 0; hop < LONGEST_ALIAS_CHAIN; hop++) {
            Name alias = name;
            name = section.stream()
                .filter((record) -> record instanceof CNAMERecord && record.getName().equals(alias))
                .map((record) -> ((CNAMERecord) record).getTarget())
                .findFirst()
                .orElse(alias);
        }
        Name last = name;
        return new DnsAnswer(last,
                section.stream().filter((record) -> record.getType() == type && record.getName().equals(last)).toList(),
                answer.getHeader().getFlag(Flags.AD), "");
    }

    private static ExtendedResolver resolver(List<String> addresses) {
        try {
            if (addresses.isEmpty()) {
                return new ExtendedResolver();
            }
            List<Resolver> resolvers = new ArrayList<>();
            for (String address : addresses) {
                resolvers.add(new SimpleResolver(address(address)));
            }
            return new ExtendedResolver(resolvers);
        }
        catch (UnknownHostException ex) {
            throw new IllegalArgumentException("backoffice.tls.resolvers names no address", ex);
        }
    }

    private static InetSocketAddress address(String written) throws UnknownHostException {
        Matcher parts = RESOLVER.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "backoffice.tls.resolvers: %s is no address or address:port".formatted(written));
        }
        String address = Stream.of("bracketed", "ipv4", "ipv6")
            .map(parts::group)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
        return new InetSocketAddress(InetAddress.getByName(address),
                (parts.group("port") == null) ? DNS_PORT : Integer.parseInt(parts.group("port")));
    }

}
