package no.bits.tls.inbox;

import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What becomes of a mail that was put aside when a person acts upon it. */
class MailRoomIntakeTests {

    private final InboxFixture inbox = new InboxFixture();

    @AfterEach
    void close() {
        this.inbox.close();
    }

    @Test
    void aMailThatLooksLikeAMachinesGoesToTheHandlersWhenAPersonTakesItIn() {
        long id = handled("Auto-Submitted: auto-replied\r\nSubject: Automatisk svar: innmelding\r\n");
        assertThat(this.inbox.state(id)).isEqualTo(MailState.MACHINE);
        this.inbox.inbox().takeIn(id, "kari");
        this.inbox.intake().handleDue(() -> false);
        assertThat(this.inbox.state(id)).isEqualTo(MailState.HANDLED);
        assertThat(this.inbox.handler.subjects()).containsExactly("Automatisk svar: innmelding");
        assertThat(actOn(id).sentence()).startsWith("Tatt inn som ny e-post av kari ");
    }

    @Test
    void aMailOfOurOwnGoesToTheHandlersWhenAPersonTakesItIn() {
        long id = handled("X-Bits-TLS: us\r\nSubject: Videresendt til oss selv\r\n");
        assertThat(this.inbox.state(id)).isEqualTo(MailState.QUARANTINED);
        this.inbox.inbox().takeIn(id, "kari");
        this.inbox.intake().handleDue(() -> false);
        assertThat(this.inbox.state(id)).isEqualTo(MailState.HANDLED);
    }

    @Test
    void aMachinesMailThatIsTriedAgainIsAMachinesStill() {
        long id = handled("Auto-Submitted: auto-replied\r\nSubject: Automatisk svar\r\n");
        this.inbox.inbox().retry(id, "kari");
        this.inbox.intake().handleDue(() -> false);
        assertThat(this.inbox.state(id)).isEqualTo(MailState.MACHINE);
        assertThat(actOn(id).by()).isEqualTo("kari");
    }

    @Test
    void aMailThatIsLaidAsideCanBeTakenBack() {
        long id = handled("Auto-Submitted: auto-replied\r\nSubject: Svar\r\n");
        this.inbox.inbox().dismiss(id, "kari");
        assertThat(this.inbox.state(id)).isEqualTo(MailState.DISMISSED);
        this.inbox.inbox().takeIn(id, "ola");
        assertThat(this.inbox.state(id)).isEqualTo(MailState.STORED);
        assertThatExceptionOfType(MailNotWaiting.class).isThrownBy(() -> this.inbox.inbox().takeIn(id, "kari"));
    }

    private StaffAct actOn(long id) {
        return Objects.requireNonNull(this.inbox.mails.find(id).orElseThrow().act());
    }

    private long handled(String header) {
        long id = this.inbox.stored(
                "From: Per <per@bank.example>\r\nTo: tls@bits.no\r\n" + header + "\r\nHei, her kommer skjemaet.\r\n");
        this.inbox.intake().handleDue(() -> false);
        return id;
    }

}
