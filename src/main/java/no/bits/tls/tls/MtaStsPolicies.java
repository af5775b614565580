package no.bits.tls.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.bits.tls.identifier.DomainName;

import org.springframework.stereotype.Component;

/**
 * Reads the MTA-STS policy of a domain (RFC 8461): one HTTPS request, no redirects, at
 * most 64 kB.
 */
@Component
class MtaStsPolicies {

    private static final int MOST_BYTES = 64 * 1024;

    private static final Pattern ID = Pattern.compile("v=STSv1\\s*;\\s*id\\s*=\\s*([A-Za-z0-9]{1,32})\\s*;?.*");

    private static final Pattern FIELD = Pattern.compile("(?m)^\\s*(version|mode|max_age|mx)\\s*:\\s*(\\S+)\\s*$");

    private final Dns dns;

    private final TlsSettings settings;

    private final HttpClient client;

    MtaStsPolicies(Dns dns, TlsSettings settings, TrustedRoots roots) {
        this.dns = dns;
        this.settings = settings;
        this.client = HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(settings.timeouts().connect())
            .sslContext(roots.context())
            .build();
    }

    /**
     * Reads it; may block for longer than the settings want, and can be interrupted.
     * @param domain the domain
     * @param hosts the names of its mail servers
     * @return the policy, or why there is none
     */
    MtaSts of(DomainName domain, List<String> hosts) {
        String host = "mta-sts." + domain.ascii();
        List<String> records = this.dns.texts("_mta-sts." + domain.ascii(), "v=STSv1");
        if (records.isEmpty()) {
            return MtaSts.none();
        }
        Matcher id = ID.matcher(records.get(0));
        if (records.size() > 1 || !id.matches()) {
            return MtaSts.unusable("", "exactly one TXT record with an id is needed");
        }
        return read(id.group(1), URI.create("https://%s/.well-known/mta-sts.txt".formatted(host)), hosts);
    }

    MtaSts read(String id, URI address, List<String> hosts) {
        try {
            refuseInnerAddresses(address.getHost());
            HttpResponse<InputStream> response = this.client.send(
                    HttpRequest.newBuilder(address).timeout(this.settings.timeouts().policy()).build(),
                    BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return (response.statusCode() == 200) ? policy(id, body.readNBytes(MOST_BYTES + 1), hosts)
                        : MtaSts.unusable(id, "HTTP status " + response.statusCode());
            }
        }
        catch (IOException ex) {
            return MtaSts.unusable(id, Quote.of(ex.toString()));
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return MtaSts.unusable(id, "no answer in time");
        }
    }

    /**
     * The JVM remembers for half a minute what it resolved, so the request goes to an
     * address that was looked at.
     */
    private void refuseInnerAddresses(String host) throws IOException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!this.settings.innerAddresses() && !AddressRange.isPublic(address)) {
                throw new IOException(
                        "%s has the address %s, not one of the Internet".formatted(host, address.getHostAddress()));
            }
        }
    }

    private static MtaSts policy(String id, byte[] body, List<String> hosts) {
        if (body.length > MOST_BYTES) {
            return MtaSts.unusable(id, "the policy is longer than 64 kB");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        List<String> allowed = Quote.of(values(text, "mx").toList());
        String mode = Quote.of(values(text, "mode").findFirst().orElse(""));
        boolean good = values(text, "version").anyMatch("STSv1"::equals)
                && List.of("enforce", "testing", "none").contains(mode);
        return new MtaSts(id, mode, maxAge(text), allowed,
                hosts.stream().filter((host) -> allowed.stream().noneMatch((mx) -> covers(mx, host))).toList(),
                good ? "" : "version or mode is missing");
    }

    private static boolean covers(String pattern, String host) {
        return pattern.startsWith("*.") ? host.replaceFirst("^[^.]+", "*").equalsIgnoreCase(pattern)
                : host.equalsIgnoreCase(pattern);
    }

    private static long maxAge(String text) {
        return values(text, "max_age").filter((value) -> value.matches("\\d{1,8}"))
            .map(Long::parseLong)
            .findFirst()
            .orElse(0L);
    }

    private static Stream<String> values(String text, String name) {
        return FIELD.matcher(text)
            .results()
            .filter((field) -> field.group(1).equals(name))
            .map((field) -> field.group(2));
    }

}
