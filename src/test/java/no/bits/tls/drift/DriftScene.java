package no.bits.tls.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.mail.internet.MimeMessage;
import no.bits.tls.Letters;
import no.bits.tls.ParticipantScene;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import no.bits.tls.domaincheck.DomainChecks;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.participant.Participant;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.tls.TestNetwork;
import no.bits.tls.tls.TestNetwork.Behaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static no.bits.tls.Patience.await;

/** A listed bank whose mail server does as it is told. */
abstract class DriftScene extends ParticipantScene {

    @Autowired
    DomainChecks checks;

    @Autowired
    JdbcClient jdbc;

    Participant bank;

    DomainName domain;

    @BeforeEach
    void aBankIsListed() {
        this.bank = this.listed.list();
        this.domain = this.bank.listedDomains().iterator().next();
        mailServerIs(Behaviour.GOOD);
    }

    @AfterEach
    void theNextTestKnowsNothingOfIt() {
        TestNetwork.forget(this.domain.ascii());
    }

    void mailServerIs(Behaviour behaviour) {
        TestNetwork.mailOf(this.domain.ascii(), behaviour);
    }

    void certificateExpires(Instant at) {
        TestNetwork.mailOf(this.domain.ascii(), at);
    }

    /** A member of staff wants to know at once. */
    DomainReport look() {
        Instant before = this.clock.instant();
        WebSession.of(this.port, TestPeople.STAFF, "tasklist")
            .send("POST", "/desk/domain-checks", "{\"domain\":\"%s\"}".formatted(this.domain.ascii()));
        return awaitLook(before);
    }

    /** Two nights pass, in the second of which what was wrong is looked at again. */
    DomainReport nextNight() {
        Instant before = this.clock.instant();
        this.clock.forward(Duration.ofDays(2));
        return awaitLook(before);
    }

    DomainReport awaitLook(Instant after) {
        return await()
            .until(() -> this.checks.latest(this.domain),
                    (report) -> report.filter((one) -> one.askedAt().isAfter(after)).isPresent())
            .orElseThrow();
    }

    /** Its mail server has failed for more than a day, and its contact was told. */
    String drifted() {
        mailServerIs(Behaviour.WITHOUT_STARTTLS);
        look();
        nextNight();
        awaitMailToTechnician("må rettes");
        return openCase().orElseThrow();
    }

    Optional<String> openCase() {
        return this.jdbc.sql("select case_number from drift where domain = ? and state = 'OPEN'")
            .param(this.domain.ascii())
            .query(String.class)
            .optional();
    }

    MimeMessage awaitMailToTechnician(String subject) {
        return await().until(() -> mailsToTechnician(subject), (found) -> !found.isEmpty()).get(0);
    }

    List<MimeMessage> mailsToTechnician(String subject) {
        return Letters.about(subject, this.mail.mailsTo(this.bank.technicalEmail().value()));
    }

}
