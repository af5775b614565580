package no.bits.tls.tls;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the mail servers of others are looked at.
 *
 * @param resolvers the DNS resolvers, each an address or {@code address:port}, IPv6 in
 * brackets where a port follows; none: those of this machine
 * @param dnsTimeout how long a resolver may take for one try, of which there are three
 * @param port where mail servers are asked; 25 but in tests
 * @param ehloName our name in EHLO; has an address record, and the address this name
 * @param ipv6 whether servers are asked over IPv6 too; false on a machine without it
 * @param innerAddresses whether servers with private, loopback and other addresses that
 * are nobody's on the Internet are asked; only in a test network
 * @param askForTls12 whether a server that answers with TLS 1.3 is asked on a second
 * connection if it takes TLS 1.2 too; that leaves a line in its log, so not as routine
 * @param expiryNotice how long before its end a certificate is worth a note
 * @param trust the roots that we trust beside those of the JVM
 * @param timeouts how long a server may take
 * @param pace how often servers are asked
 * @param selfTest how we know that this machine can ask at all
 */
@ConfigurationProperties("backoffice.tls")
@Validated
record TlsSettings(@DefaultValue List<String> resolvers, @DefaultValue("3s") Duration dnsTimeout,
        @DefaultValue("25") @Min(1) @Max(65535) int port,
        @DefaultValue("tls.bits.no") @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9.-]{0,99}") String ehloName,
        @DefaultValue("true") boolean ipv6, @DefaultValue("false") boolean innerAddresses,
        @DefaultValue("false") boolean askForTls12, @DefaultValue("30d") Duration expiryNotice,
        @DefaultValue Trust trust, @DefaultValue Timeouts timeouts, @DefaultValue @Valid Pace pace,
        @DefaultValue SelfTest selfTest) {

    /**
     * The roots that we trust beside those of the JVM ({@code cacerts}).
     *
     * @param store a PKCS12 file with trusted certificates
     * @param password its password
     */
    record Trust(@Nullable Path store, @DefaultValue("changeit") String password) {
    }

    /**
     * How long a server may take.
     *
     * @param connect for the connection
     * @param banner for its first word; many let strangers wait 20 seconds
     * @param answer for each answer after that
     * @param whole for everything, however busily it talks
     * @param policy for the MTA-STS policy
     */
    record Timeouts(@DefaultValue("10s") Duration connect, @DefaultValue("30s") Duration banner,
            @DefaultValue("15s") Duration answer, @DefaultValue("90s") Duration whole,
            @DefaultValue("20s") Duration policy) {
    }

    /**
     * How often servers are asked, by all instances together.
     *
     * @param addressPause between two connections to one address
     * @param operatorConnections to servers of one operator at the same time
     * @param operatorPerMinute connections to servers of one operator in any minute
     * @param minute how long that minute is; shorter only in tests
     * @param sharedFor how long an answer serves others who ask the same
     * @param nowAfter how old an answer may be for "check again now"
     * @param longestWait how long to wait for a turn before a server is not asked at all
     */
    record Pace(@DefaultValue("60s") Duration addressPause, @DefaultValue("4") @Min(1) int operatorConnections,
            @DefaultValue("30") @Min(1) int operatorPerMinute, @DefaultValue("60s") Duration minute,
            @DefaultValue("5m") Duration sharedFor, @DefaultValue("1m") Duration nowAfter,
            @DefaultValue("30m") Duration longestWait) {
    }

    /**
     * How we know that this machine can ask at all.
     *
     * @param servers names or addresses of mail servers that always answer, at best of
     * two operators and over IPv4 and IPv6; none: there is no self-test, and a blocked
     * port 25 looks as if all servers were away
     * @param validFor how long its result is believed
     */
    record SelfTest(@DefaultValue List<String> servers, @DefaultValue("10m") Duration validFor) {
    }

}
