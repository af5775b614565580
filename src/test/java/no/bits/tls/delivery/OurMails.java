package no.bits.tls.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import no.bits.tls.TestMailServer;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.outbox.Letter;
import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.MailFailed;
import no.bits.tls.outbox.Outbox;
import no.bits.tls.outbox.OutgoingMail.State;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseNumbers;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Mails that we really send, and what other servers really mail us about them. */
@TestComponent
class OurMails {

    private final Outbox outbox;

    private final CaseNumbers caseNumbers;

    private final TestMailServer.Mail server;

    private final ApplicationEventPublisher events;

    private final TransactionTemplate transaction;

    private final JdbcClient jdbc;

    OurMails(Outbox outbox, CaseNumbers caseNumbers, TestMailServer.Mail server, ApplicationEventPublisher events,
            TransactionTemplate transaction, JdbcClient jdbc) {
        this.outbox = outbox;
        this.caseNumbers = caseNumbers;
        this.server = server;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    UUID sentTo(String address) {
        EmailAddress recipient = new EmailAddress(address);
        CaseNumber caseNumber = this.caseNumbers.next();
        this.transaction.executeWithoutResult((status) -> this.outbox
            .send(new Letter("enrolment-declined", caseNumber, recipient, "", Importance.OWED, List.of(),
                    Map.of("organisation", "Fjordbanken", "reason", "Det er slik.", "findings", List.of()))));
        UUID id = this.outbox.mailsOf(caseNumber).get(0).id();
        await().untilAsserted(() -> assertThat(this.outbox.mail(id).state()).isEqualTo(State.SENT));
        return id;
    }

    /** Has another server mail a report about a mail, and waits until it is read. */
    void reported(UUID mail, String action, String status, String words) {
        int before = reports(mail);
        this.server.deliver(form().replaceFirst("Action: failed", "Action: " + action)
            .replaceFirst("Status: 5.1.1", "Status: " + status)
            .replaceFirst("550 5.1.1 <post@fjordbanken.example>: Recipient address\\s+rejected: User unknown in "
                    + "virtual mailbox table", words)
            .replace("{id}", mail.toString())
            .replace("<postfix-bounce@", "<" + UUID.randomUUID() + "@")
            .getBytes(StandardCharsets.UTF_8));
        await().untilAsserted(() -> assertThat(reports(mail)).isEqualTo(before + 1));
    }

    void returned(UUID mail) {
        reported(mail, "failed", "5.1.1", "550 5.1.1 User unknown");
    }

    /** Has our own server refuse a mail at once. */
    void refused(UUID mail, String answer) {
        this.transaction.executeWithoutResult((status) -> {
            String caseNumber = this.jdbc.sql("""
                    update delivery set state = 'FAILED', sent_at = null, last_answer = ? from letter
                    where letter.id = delivery.id and letter.id = ? returning case_number""")
                .params(answer, mail)
                .query(String.class)
                .single();
            this.events.publishEvent(new MailFailed(mail, new CaseNumber(caseNumber), "enrolment-declined",
                    new EmailAddress(this.outbox.mail(mail).recipient()), answer));
        });
    }

    private int reports(UUID mail) {
        return this.jdbc.sql("select count(*) from delivery_report where outbound_mail_id = ?")
            .param(mail)
            .query(Integer.class)
            .single();
    }

    private static String form() {
        try {
            return new ClassPathResource("machinemail/postfix-bounce.eml").getContentAsString(StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
