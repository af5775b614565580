package no.bits.tls.evidence;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import no.bits.tls.evidence.Failure.Source;
import no.bits.tls.identifier.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * Reads TLS reports (RFC 8460, 4.4) as they come, failure by failure, and adds up those
 * that are alike, so that ten thousand of them are a handful of lines.
 */
final class TlsReportReader {

    private static final int MOST = 200;

    private static final ObjectMapper JSON = JsonMapper.builder()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        .build();

    private final Map<Kind, Failure> failures = new LinkedHashMap<>();

    private @Nullable Instant until;

    private TlsReportReader() {
    }

    /**
     * Reads a report.
     * @param text its JSON
     * @return one failure of each kind, with how many sessions it stands for; none where
     * it is no report
     */
    static List<Failure> read(String text) {
        TlsReportReader reader = new TlsReportReader();
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                reader.readReport(json);
            }
        }
        catch (IOException ex) {
            // Cut off, or no JSON: what was read up to there counts.
        }
        return reader.failures.values().stream().map(reader::dated).toList();
    }

    private Failure dated(Failure failure) {
        return new Failure(failure.source(), null, failure.domain(), failure.server(), failure.address(),
                failure.status(), failure.said(), this.until, failure.cause(), true, failure.count());
    }

    private void readReport(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("policies") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    readPolicy(json);
                }
            }
            else if (name.equals("date-range")) {
                this.until = until(JSON.readValue(json, Dates.class));
            }
            else {
                json.skipChildren();
            }
        }
    }

    /** What failed may stand before the domain that it is about. */
    private void readPolicy(JsonParser json) throws IOException {
        Map<Kind, Long> details = new LinkedHashMap<>();
        Policy policy = Policy.NONE;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("policy")) {
                policy = JSON.readValue(json, Policy.class);
            }
            else if (name.equals("failure-details") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    add(JSON.readValue(json, Detail.class), details);
                }
            }
            else {
                json.skipChildren();
            }
        }
        String domain = policy.domain();
        details.forEach((kind, count) -> add(kind.of(domain), count));
    }

    private static void add(Detail detail, Map<Kind, Long> details) {
        Kind kind = Kind.of(detail);
        if (details.size() < MOST || details.containsKey(kind)) {
            details.merge(kind, Math.max(1, detail.count()), Long::sum);
        }
    }

    private void add(Kind kind, long count) {
        if (this.failures.size() < MOST || this.failures.containsKey(kind)) {
            this.failures.merge(kind, kind.failure(count), (one, other) -> one.times(one.count() + other.count()));
        }
    }

    private static @Nullable Instant until(Dates dates) {
        return Optional.ofNullable(dates.end()).flatMap((end) -> new Moments(Instant.EPOCH).ofLog(end)).orElse(null);
    }

    /** The time that a report is about. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Dates(@Nullable @JsonProperty("end-datetime") String end) {
    }

    /** Whose policy it is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Policy(@Nullable @JsonProperty("policy-domain") String named) {

        static final Policy NONE = new Policy("");

        String domain() {
            return Optional.ofNullable(this.named).orElse("");
        }

    }

    /** One line of a report. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Detail(@Nullable @JsonProperty("result-type") String type,
            @Nullable @JsonProperty("receiving-mx-hostname") String host,
            @Nullable @JsonProperty("receiving-ip") String address,
            @Nullable @JsonProperty("failure-reason-code") String reason,
            @Nullable @JsonProperty("additional-information") String more,
            @JsonProperty("failed-session-count") long count) {
    }

    /** What is added up. */
    private record Kind(String domain, String host, String address, String type, String reason) {

        static Kind of(Detail detail) {
            List<String> reasons = new ArrayList<>();
            Optional.ofNullable(detail.reason()).ifPresent(reasons::add);
            Optional.ofNullable(detail.more()).ifPresent(reasons::add);
            return new Kind("", Words.cut(text(detail.host())).toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""),
                    Words.cut(text(detail.address())), Words.cut(text(detail.type())),
                    Words.cut(String.join(" ", reasons)));
        }

        Kind of(String domain) {
            return new Kind(domain, this.host, this.address, this.type, this.reason);
        }

        Failure failure(long count) {
            DomainName about = DomainName.ofHost(this.domain).orElse(null);
            return new Failure(Source.TLS_REPORT, null, about, this.host, this.address, Words.statusIn(this.reason),
                    Words.cut((this.type + " " + this.reason).strip()), null,
                    Cause.ofResultType(this.type).orElse(Cause.UNKNOWN), true, count);
        }

        private static String text(@Nullable String value) {
            return Optional.ofNullable(value).orElse("");
        }

    }

}
