package no.bits.tls.drift;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.outbox.Letter;
import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.Outbox;
import no.bits.tls.participant.Participant;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.tls.Fault;
import no.bits.tls.tls.SeenCertificate;

import org.springframework.stereotype.Component;

/**
 * The letters of a drift, to the participant's technical contact, and to its
 * administrator as well once staff repeat them; their texts are in {@code mails/}.
 */
@Component
class DriftLetters {

    private static final int MOST_FAULTS = 20;

    private final Outbox outbox;

    DriftLetters(Outbox outbox) {
        this.outbox = outbox;
    }

    void failing(Drift drift, Participant participant, DomainReport report) {
        List<Fault> troubles = report.faults().stream().limit(MOST_FAULTS).toList();
        send("drift-notice", String.valueOf(drift.round()), drift, participant,
                Map.of("troubles", troubles, "again", drift.round() > 1));
    }

    void expiring(Drift drift, Participant participant, DomainReport report) {
        LocalDate expiresOn = Optional.ofNullable(drift.expiresOn()).orElseThrow();
        send("drift-expiry", "%s-%d-%d".formatted(expiresOn, drift.daysTold(), drift.round()), drift, participant,
                Map.of("expiresOn", expiresOn, "certificates", certificates(drift, report)));
    }

    void mended(Drift drift, Participant participant) {
        send("drift-mended", "", drift, participant, Map.of());
    }

    private void send(String purpose, String period, Drift drift, Participant participant, Map<String, Object> words) {
        Map<String, Object> all = new HashMap<>(words);
        all.put("organisation", participant.organisation());
        all.put("domain", drift.domain());
        all.put("failing", drift.failing());
        recipients(drift, participant).forEach((recipient) -> this.outbox
            .send(new Letter(purpose, drift.number(), recipient, period, Importance.OWED, List.of(), all)));
    }

    private static Stream<EmailAddress> recipients(Drift drift, Participant participant) {
        return (drift.round() > 1) ? participant.contacts().stream() : Stream.of(participant.technicalEmail());
    }

    private static List<Expiring> certificates(Drift drift, DomainReport report) {
        return report.servers()
            .stream()
            .flatMap((server) -> server.chain()
                .stream()
                .limit(1)
                .filter((certificate) -> certificate.notAfter().equals(drift.expiresAt()))
                .map((certificate) -> Expiring.of(server.mailHost(), certificate)))
            .distinct()
            .limit(MOST_FAULTS)
            .toList();
    }

    /** A certificate that expires. */
    record Expiring(String mailHost, String subject, String issuer) {

        static Expiring of(String mailHost, SeenCertificate certificate) {
            return new Expiring(mailHost, certificate.subject(), certificate.issuer());
        }

    }

}
