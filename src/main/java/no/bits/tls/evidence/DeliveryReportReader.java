package no.bits.tls.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.bits.tls.evidence.Failure.Source;
import no.bits.tls.identifier.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Reads what a delivery report says of each recipient. */
final class DeliveryReportReader {

    private static final Pattern ADDRESS = Pattern
        .compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[\\p{L}0-9.-]{1,253}[\\p{L}0-9]");

    /** The words of the one server, not of the program: they name the cause best. */
    private static final List<String> REMOTE = List.of("remote-mta", "x-remote-mta", "x-display-name");

    private DeliveryReportReader() {
    }

    static List<Failure> read(String text, Moments moments) {
        DeliveryStatus report = DeliveryStatus.of(text);
        return report.undelivered()
            .stream()
            .flatMap((recipient) -> failure(recipient, report.message(), moments).stream())
            .toList();
    }

    private static Optional<Failure> failure(Map<String, String> fields, Map<String, String> message, Moments moments) {
        String diagnostic = DeliveryStatus.untyped(fields.getOrDefault("diagnostic-code", ""));
        return Stream.of("final-recipient", "original-recipient")
            .flatMap((name) -> address(fields.getOrDefault(name, "")).stream())
            .findFirst()
            .map((recipient) -> Failure.of(Source.DELIVERY_REPORT, recipient, recipient.domain(),
                    place(fields, message, diagnostic), words(fields, diagnostic), at(fields, message, moments)));
    }

    private static Place place(Map<String, String> fields, Map<String, String> message, String diagnostic) {
        Place remote = REMOTE.stream()
            .map((name) -> Optional.ofNullable(fields.get(name)).orElseGet(() -> message.getOrDefault(name, "")))
            .map(Place::ofField)
            .filter(Place::isKnown)
            .findFirst()
            .orElse(Place.NOWHERE);
        Place told = Place.in(diagnostic);
        return (remote.server().isEmpty() || told.server().equals(remote.server())) ? told.or(remote) : remote;
    }

    /** The status field and the server's words may disagree; both are kept. */
    private static Words words(Map<String, String> fields, String diagnostic) {
        String status = Words.statusIn(fields.getOrDefault("status", ""));
        return new Words(status, Words.cut(diagnostic.isBlank() ? fields.getOrDefault("status", "") : diagnostic));
    }

    private static @Nullable Instant at(Map<String, String> fields, Map<String, String> message, Moments moments) {
        return Stream.of(fields.get("last-attempt-date"), message.get("last-attempt-date"), message.get("arrival-date"))
            .flatMap((date) -> Optional.ofNullable(date).flatMap(moments::ofHeader).stream())
            .findFirst()
            .orElse(null);
    }

    private static Optional<EmailAddress> address(String value) {
        Matcher address = ADDRESS.matcher(DeliveryStatus.untyped(value));
        return address.find() ? EmailAddress.parse(address.group()) : Optional.empty();
    }

}
