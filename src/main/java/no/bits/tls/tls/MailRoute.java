package no.bits.tls.tls;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where DNS sends a domain's mail.
 *
 * @param kind by what kind of record
 * @param exchangers the mail servers, the most preferred first, at most 10
 * @param leftOut how many more there are
 * @param secure whether the resolver vouches for the answer by DNSSEC (the AD bit)
 * @param failure why DNS gave no answer, for example {@code SERVFAIL}; empty where it did
 */
public record MailRoute(Kind kind, List<MailExchanger> exchangers, int leftOut, boolean secure, String failure) {

    public MailRoute {
        exchangers = List.copyOf(exchangers);
    }

    static MailRoute none(Kind kind, boolean secure) {
        return new MailRoute(kind, List.of(), 0, secure, "");
    }

    static MailRoute failed(String failure) {
        return new MailRoute(Kind.FAILED, List.of(), 0, false, failure);
    }

    /**
     * Who runs the mail servers.
     * @return the last two labels of each name, sorted
     */
    public Set<String> operators() {
        return this.exchangers.stream().map(MailExchanger::operator).collect(Collectors.toCollection(TreeSet::new));
    }

    /** By what kind of record a domain gets its mail. */
    public enum Kind {

        /** MX records. */
        MX,

        /** No MX record: the domain's own address (RFC 5321, 5.1). */
        ADDRESS,

        /** A null MX: the domain takes no mail (RFC 7505). */
        NULL_MX,

        /** Neither MX record nor address, or no such domain. */
        NOTHING,

        /** DNS gave no answer. */
        FAILED

    }

}
