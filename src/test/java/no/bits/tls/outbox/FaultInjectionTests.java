package no.bits.tls.outbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import no.bits.tls.outbox.Fault.Stage;
import no.bits.tls.outbox.Letter.Importance;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 1,000 mails, 100 cuts, four workers: what the server has and what the table says are
 * held against each other.
 */
class FaultInjectionTests {

    private static final int MAILS = 1000;

    private static final int CUTS = 100;

    private static final int WORKERS = 4;

    private final long seed = Long.getLong("outbox.seed", new Random().nextLong());

    @AutoClose
    private final OutboxFixture fixture = new OutboxFixture(Map.of());

    @Test
    void cutsAnywhereLoseNothingAndDoubleOnlyInTheOneWindowMarked() {
        Cuts cuts = new Cuts(EnumSet.allOf(Stage.class));
        owe(Importance.OWED, Importance.REMINDER);
        deliverAll(cuts);
        List<String> arrived = arrived();
        Set<String> doubled = doubled(arrived);
        assertThat(ids("state in ('SENT', 'UNCERTAIN')")).as("all in a final state, %s", this).hasSize(MAILS);
        assertThat(arrived).as("what was sent arrived, %s", this).containsAll(ids("state = 'SENT'"));
        assertThat(arrived.size() - new HashSet<>(arrived).size()).as("doubles, %s", this)
            .isLessThanOrEqualTo(cuts.at(Stage.ACCEPTED));
        assertThat(ids("repeated")).as("doubles are marked, %s", this).containsAll(doubled);
        assertThat(ids("repeated or state = 'UNCERTAIN'")).as("doubts, %s", this)
            .hasSizeLessThanOrEqualTo(cuts.at(Stage.BODY) + cuts.at(Stage.DOT) + cuts.at(Stage.ACCEPTED))
            .hasSizeGreaterThanOrEqualTo(cuts.at(Stage.ACCEPTED));
        assertThat(ids("repeated and importance = 'REMINDER'")).as("no reminder is repeated, %s", this).isEmpty();
        assertThat(this.fixture.failures()).as("a person hears of each doubt that stays, %s", this)
            .hasSameSizeAs(ids("state = 'UNCERTAIN'"));
    }

    @Test
    void cutsOutsideTheWindowLeaveExactlyAsManyMailsAsRows() {
        Cuts cuts = new Cuts(EnumSet.complementOf(EnumSet.of(Stage.BODY, Stage.DOT, Stage.ACCEPTED)));
        owe(Importance.OWED, Importance.REMINDER);
        deliverAll(cuts);
        assertThat(ids("state = 'SENT' and not repeated")).as("all sent once, %s", this).hasSize(MAILS);
        assertThat(arrived()).as("all arrived once, %s", this).hasSize(MAILS).doesNotHaveDuplicates();
    }

    @Test
    void cutsBeforeTheServerKeptAMailLeaveExactlyAsManyMailsAsOwed() {
        Cuts cuts = new Cuts(EnumSet.complementOf(EnumSet.of(Stage.ACCEPTED)));
        owe(Importance.OWED, Importance.OWED);
        deliverAll(cuts);
        assertThat(ids("state = 'SENT'")).as("all sent, %s", this).hasSize(MAILS);
        assertThat(arrived()).as("all arrived once, %s", this).hasSize(MAILS).doesNotHaveDuplicates();
    }

    @Test
    void cutsInTheWindowDoubleExactlyWhatIsOwedAndMarkEachOfThem() {
        Cuts cuts = new Cuts(EnumSet.of(Stage.ACCEPTED));
        owe(Importance.OWED, Importance.OWED);
        deliverAll(cuts);
        List<String> arrived = arrived();
        assertThat(arrived).as("doubles, %s", this).hasSizeBetween(MAILS + 1, MAILS + CUTS);
        assertThat(ids("repeated")).as("marks, %s", this).isEqualTo(doubled(arrived));
        assertThat(ids("state in ('SENT', 'UNCERTAIN')")).as("all in a final state, %s", this).hasSize(MAILS);
    }

    @Override
    public String toString() {
        return "with -Doutbox.seed=" + this.seed;
    }

    private void owe(Importance even, Importance odd) {
        this.fixture.transaction.executeWithoutResult((status) -> {
            for (int i = 0; i < MAILS; i++) {
                this.fixture.outbox.send(OutboxFixture.letter("TLS-2026-%05d".formatted(i), (i % 2 == 0) ? even : odd));
            }
        });
    }

    private void deliverAll(Cuts cuts) {
        this.fixture.server.failBy(cuts);
        for (int round = 0; unsettled() > 0; round++) {
            assertThat(round).as("rounds, %s", this).isLessThan(200);
            this.fixture.deliverBy(WORKERS);
            this.fixture.clock.travel(Duration.ofMinutes(20));
        }
        assertThat(cuts.left()).as("cuts that did not happen, %s", this).isZero();
    }

    private int unsettled() {
        return ids("state not in ('SENT', 'FAILED', 'UNCERTAIN')"
                + " or state = 'UNCERTAIN' and importance = 'OWED' and not repeated")
            .size();
    }

    private List<String> arrived() {
        return this.fixture.server.journal().stream().map(AcceptedMail::messageId).toList();
    }

    private Set<String> doubled(List<String> arrived) {
        Set<String> once = new HashSet<>();
        return arrived.stream().filter((id) -> !once.add(id)).collect(Collectors.toSet());
    }

    private Set<String> ids(String condition) {
        return this.fixture.jdbc.sql("select message_id from backoffice.outbound_mail where " + condition)
            .query(String.class)
            .set();
    }

    /**
     * The cuts of one run, by chance but as many at each stage: those of a connection
     * come at each second connection, the others at every fifth mail.
     */
    private final class Cuts implements Fault.Plan {

        private final Random random = new Random(FaultInjectionTests.this.seed);

        private final List<Fault> happened = Collections.synchronizedList(new ArrayList<>());

        private final Deque<Fault> atConnection = new ArrayDeque<>();

        private final Deque<Fault> atMail = new ArrayDeque<>();

        Cuts(Set<Stage> stages) {
            List<Stage> cycle = List.copyOf(stages);
            List<Fault> cuts = new ArrayList<>();
            for (int i = 0; i < CUTS; i++) {
                cuts.add(Fault.cut(cycle.get(i % cycle.size())));
            }
            Collections.shuffle(cuts, this.random);
            cuts.forEach((cut) -> (cut.stage().isOfConnection() ? this.atConnection : this.atMail).add(cut));
        }

        @Override
        public synchronized @Nullable Fault next(boolean connecting) {
            Deque<Fault> planned = connecting ? this.atConnection : this.atMail;
            if (planned.isEmpty() || this.random.nextInt(connecting ? 2 : 5) > 0) {
                return null;
            }
            this.happened.add(planned.peek());
            return planned.poll();
        }

        int at(Stage stage) {
            return Collections.frequency(this.happened, Fault.cut(stage));
        }

        synchronized int left() {
            return this.atConnection.size() + this.atMail.size();
        }

    }

}
