package no.bits.tls.delivery;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.TlsFailure;
import no.bits.tls.workflow.CaseNumber;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What of all that other mail servers report makes a contact a lost one. */
class DeadAddressTests extends LostContactScene {

    @Test
    void anAddressThatIsNoneOnTwoDaysOpensOneCase() {
        enrolled();
        UUID first = this.ours.sentTo(this.administrator);
        this.ours.returned(first);
        this.ours.returned(first);
        assertThat(followUps()).hasSize(1);
        UUID second = this.ours.sentTo(this.administrator);
        this.ours.refused(second, "550 5.1.1 No such user");
        assertThat(followUps()).hasSize(2);
        assertThat(lost()).isEmpty();

        nextDay();
        this.ours.returned(this.ours.sentTo(this.administrator.replace("tls@", "TLS@")));
        this.ours.refused(this.ours.sentTo(this.administrator), "550 5.1.1 No such user");
        nextDay();
        this.ours.returned(this.ours.sentTo(this.administrator));

        assertThat(lost()).hasSize(1);
        assertThat(followUps()).hasSize(2);
        assertThat(this.runtime.getVariables(instance().getId())).containsEntry("organisation", "Bank " + this.domain)
            .containsEntry("domain", this.domain);
    }

    @Test
    void aMovedClockWithinOneDayInOsloIsNotAnotherDay() {
        this.ours.returned(this.ours.sentTo(this.administrator));
        this.clock.forward(Duration.ofHours(11));
        this.ours.returned(this.ours.sentTo(this.administrator));
        assertThat(lost()).isEmpty();
        this.clock.forward(Duration.ofHours(2));
        this.ours.refused(this.ours.sentTo(this.administrator), "550 5.1.1 No such user");
        assertThat(lost()).hasSize(1);
    }

    @Test
    void whatIsNoDeadAddressNeverOpensOneHoweverOften() {
        for (String words : List.of("452 4.2.2 Mailbox full", "550 5.7.1 blocked", "403 4.7.0 TLS handshake failed")) {
            this.ours.reported(this.ours.sentTo(this.administrator), "failed", "5.0.0", words);
            nextDay();
        }
        assertThat(lost()).isEmpty();
        assertThat(followUps()).hasSize(3);
    }

    @Test
    void aTlsFailureOfOurMailIsKeptOnTheParticipantAndShown() {
        Participant bank = enrolled();
        UUID mail = this.ours.sentTo(this.administrator);
        this.ours.reported(mail, "delayed", "4.7.5", "Server certificate not trusted");
        assertThat(followUps()).isEmpty();
        this.ours.refused(mail, "454 4.7.0 TLS handshake failed");

        assertThat(this.participants.tlsFailuresOf(bank))
            .extracting(TlsFailure::outboundMailId, TlsFailure::domain, TlsFailure::status, TlsFailure::said)
            .containsExactly(tuple(mail, new DomainName(this.domain), "4.7.0", "454 4.7.0 TLS handshake failed"),
                    tuple(mail, new DomainName(this.domain), "4.7.5",
                            "Server certificate not trusted (mx.fjordbanken.example)"));
        UndeliveredMails.FollowUpSheet sheet = this.mails.sheet(new CaseNumber(followUps().get(0)));
        assertThat(sheet.participant()).isEqualTo(bank.organisation());
        assertThat(sheet.tlsFailures()).hasSize(2);
        assertThat(sheet.reports()).hasSize(2);
        assertThat(lost()).isEmpty();
    }

}
