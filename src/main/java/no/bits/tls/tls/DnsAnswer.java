package no.bits.tls.tls;

import java.util.List;
import java.util.stream.Stream;

import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * What DNS says to one question, aliases followed.
 *
 * @param name the name at the end of the aliases
 * @param records the records of the type that was asked for; empty where there are none
 * @param secure whether the resolver vouches for it (the AD bit)
 * @param failure why there is no answer, for example {@code SERVFAIL}; empty where there
 * is one, be it that there is no such name
 */
record DnsAnswer(Name name, List<Record> records, boolean secure, String failure) {

    static DnsAnswer failed(Name name, String failure) {
        return new DnsAnswer(name, List.of(), false, failure);
    }

    boolean failed() {
        return !this.failure.isEmpty();
    }

    <T extends Record> Stream<T> of(Class<T> type) {
        return this.records.stream().filter(type::isInstance).map(type::cast);
    }

}
