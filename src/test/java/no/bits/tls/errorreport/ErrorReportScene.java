package no.bits.tls.errorreport;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
import no.bits.tls.workflow.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static no.bits.tls.Patience.await;

/** Two listed banks, of which one cannot send to the other. */
abstract class ErrorReportScene extends ParticipantScene {

    @Autowired
    ErrorReportAssessment assessment;

    @Autowired
    ErrorReportFollowUp followUp;

    @Autowired
    ErrorReportWaiting waiting;

    @Autowired
    ErrorReportSheets sheets;

    @Autowired
    ErrorReportRepository repository;

    @Autowired
    DomainChecks checks;

    @Autowired
    JdbcClient jdbc;

    Participant failing;

    Participant reporting;

    DomainName domain;

    @BeforeEach
    void twoBanksAreListed() {
        this.failing = this.listed.list();
        this.reporting = this.listed.list();
        this.domain = this.failing.listedDomains().iterator().next();
        serverIs(Behaviour.WITHOUT_STARTTLS);
    }

    @AfterEach
    void theNextTestKnowsNothingOfIt() {
        TestNetwork.forget(this.domain.ascii());
    }

    void serverIs(Behaviour behaviour) {
        TestNetwork.mailOf(this.domain.ascii(), behaviour);
    }

    String reporter() {
        return this.reporting.technicalEmail().value();
    }

    /** The reporter passes on what its mail server returned. */
    String reported() {
        return reported(reporter(), this.domain, "TLS is required, but was not offered by host mx.%s[192.0.2.10]");
    }

    String reported(String from, DomainName to, String diagnostic) {
        return caseOf(mail(from, "Ikke levert", """
                Hei, dette får vi i retur.

                Final-Recipient: rfc822; ola@%s
                Action: failed
                Status: 5.0.0
                Diagnostic-Code: smtp; %s
                """.formatted(to, diagnostic.formatted(to))));
    }

    /** Mails something and tells its Message-ID. */
    String mail(String from, String subject, String text) {
        String messageId = "<%s@tests.example>".formatted(UUID.randomUUID());
        this.mail.deliver("""
                From: %s
                To: tls@bits.no
                Subject: %s
                Message-ID: %s
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(from, subject, messageId, text).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        return messageId;
    }

    /** Waits for the case that a mail came to. */
    String caseOf(String messageId) {
        return await()
            .until(() -> this.jdbc
                .sql("select case_number from inbound_mail where message_id = ? and kind = 'errorReport'")
                .param(messageId)
                .query(String.class)
                .optional(), Optional::isPresent)
            .orElseThrow();
    }

    ErrorReport report(String caseNumber) {
        return this.repository.findByCaseNumber(caseNumber).orElseThrow();
    }

    void awaitState(String caseNumber, ErrorReport.State state) {
        await().until(() -> report(caseNumber).state(), state::equals);
    }

    void assess(String caseNumber, Assessment assessment) {
        assess(caseNumber, assessment, "", "");
    }

    void assess(String caseNumber, Assessment assessment, String words, String other) {
        awaitLook(caseNumber);
        awaitClaimed(caseNumber, ErrorReportProcess.ASSESS);
        this.assessment.decide(new CaseNumber(caseNumber), TestPeople.STAFF, assessment, words, CaseNumber.in(other));
    }

    void follow(String caseNumber, String task, Pursuit next, String words) {
        awaitClaimed(caseNumber, task);
        this.followUp.decide(new CaseNumber(caseNumber), TestPeople.STAFF, next, words);
    }

    void takeBack(String caseNumber, String task, String reason) {
        awaitClaimed(caseNumber, task);
        this.waiting.takeBack(new CaseNumber(caseNumber), TestPeople.STAFF, reason);
    }

    ErrorReportSheet sheet(String caseNumber) {
        return this.sheets.of(new CaseNumber(caseNumber));
    }

    /** Waits until the domains of a case were looked at. */
    void awaitLook(String caseNumber) {
        await().until(() -> this.checks.areDone(new CaseNumber(caseNumber)));
    }

    /** A member of staff looks at the server now. */
    void look() {
        look(this.domain);
    }

    void look(DomainName domain) {
        Instant before = this.clock.instant();
        WebSession.of(this.port, TestPeople.STAFF, "tasklist")
            .send("POST", "/desk/domain-checks", "{\"domain\":\"%s\"}".formatted(domain.ascii()));
        await().until(() -> this.checks.latest(domain),
                (seen) -> seen.filter((one) -> !one.askedAt().isBefore(before)).map(DomainReport::askedAt).isPresent());
    }

    MimeMessage awaitMailTo(String address, String subject) {
        return await().until(() -> mailsTo(address, subject), (found) -> !found.isEmpty()).get(0);
    }

    List<MimeMessage> mailsTo(String address, String subject) {
        return Letters.about(subject, this.mail.mailsTo(address));
    }

}
