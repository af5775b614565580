package no.bits.tls.inbox;

import java.time.LocalDate;
import java.util.Set;

import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Finding mails, among a hundred thousand. */
class MailListTests {

    private final InboxFixture inbox = new InboxFixture();

    private final MailList list = new MailList(this.inbox.jdbc);

    @AfterEach
    void close() {
        this.inbox.close();
    }

    @Test
    void fiftyAtATimeTheNewestFirstWithNoneTwice() {
        fill(120);
        MailList.Page first = this.list.find(search(null, null, null));
        MailList.Page second = this.list.find(search(null, null, last(first)));
        MailList.Page third = this.list.find(search(null, null, last(second)));
        assertThat(first.mails()).hasSize(50).first().extracting(Headline::subject).isEqualTo("Emne 120");
        assertThat(first.more()).isTrue();
        assertThat(third.mails()).hasSize(20).last().extracting(Headline::subject).isEqualTo("Emne 1");
        assertThat(third.more()).isFalse();
        assertThat(Set.of(last(first), last(second), last(third))).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({ "emne 77,1", "PERSON77@,1", "tls-2026-00077,1", "100%,0", "_mne,0", "'  emne 77 ',1", "\\,0",
            "sak TLS-2026-00050,1" })
    void aWordIsLookedForInSenderSubjectAndCaseNumberAsItStands(String words, int found) {
        fill(120);
        assertThat(this.list.find(search(null, words, null)).mails()).hasSize(found);
    }

    @Test
    void byStateAndByDayInOslo() {
        fill(120);
        this.inbox.jdbc.sql(
                "update backoffice.inbound_mail set state = 'SPAM', received_at = '2026-11-02T23:30:00Z' where uid <= 3")
            .update();
        assertThat(this.list.find(search(Set.of(MailState.SPAM), null, null)).mails()).hasSize(3);
        LocalDate day = LocalDate.of(2026, 11, 3);
        assertThat(this.list.find(new MailSearch(null, null, day, day, null)).mails()).hasSize(3);
        assertThat(this.list.find(new MailSearch(null, null, null, day.minusDays(1), null)).mails()).isEmpty();
    }

    @Test
    void theMailsOfACaseComeOldestFirst() {
        fill(5);
        this.inbox.jdbc.sql("update backoffice.inbound_mail set case_number = 'TLS-2026-00042'").update();
        assertThat(this.list.ofCase(new CaseNumber("TLS-2026-00042"))).extracting(Headline::subject)
            .containsExactly("Emne 1", "Emne 2", "Emne 3", "Emne 4", "Emne 5");
    }

    @Test
    @Timeout(120)
    void oneAmongAHundredThousandIsFoundAtOnce() {
        fill(100_000);
        this.inbox.jdbc.sql("update backoffice.inbound_mail set state = 'QUARANTINED' where uid in (1, 2)").update();
        this.inbox.jdbc.sql("vacuum analyze backoffice.inbound_mail").update();
        assertThat(millisecondsFor(search(null, null, 500L), 50)).isLessThan(500);
        assertThat(millisecondsFor(search(Set.of(MailState.QUARANTINED), null, null), 2)).isLessThan(500);
        assertThat(millisecondsFor(search(null, "TLS-2026-00001", null), 1)).isLessThan(2000);
        assertThat(millisecondsFor(search(null, "person1@nowhere", null), 1)).isLessThan(2000);
    }

    private long millisecondsFor(MailSearch search, int found) {
        long start = System.nanoTime();
        assertThat(this.list.find(search).mails()).hasSize(found);
        return (System.nanoTime() - start) / 1_000_000;
    }

    private void fill(int mails) {
        this.inbox.jdbc
            .sql("""
                    insert into backoffice.inbound_mail (mailbox, uid_validity, uid, sha256, size, raw, whole, state, due_at,
                        case_number, sender, subject, received_at)
                    select 'test', 1, n, decode(md5(n::text), 'hex'), 10, 'x', true, 'HANDLED', now(),
                        'TLS-2026-' || lpad(n::text, 5, '0'), 'P <person' || n || '@nowhere.example>', 'Emne ' || n,
                        timestamptz '2026-11-10' + n * interval '1 second'
                    from generate_series(1, :mails) n""")
            .param("mails", mails)
            .update();
    }

    private static MailSearch search(@Nullable Set<MailState> state, @Nullable String words, @Nullable Long before) {
        return new MailSearch(state, words, null, null, before);
    }

    private static Long last(MailList.Page page) {
        return page.mails().get(page.mails().size() - 1).id();
    }

}
