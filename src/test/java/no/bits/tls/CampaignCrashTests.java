package no.bits.tls;

import java.time.Duration;
import java.util.Random;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.BadSqlGrammarException;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application is killed while a campaign goes through 300 participants, and while it
 * reminds them, and started again: it goes on, leaves nobody out, and sends nobody a mail
 * too many. {@code -Dcrash.seed} repeats the choices of a run.
 */
class CampaignCrashTests {

    private static final Logger logger = LoggerFactory.getLogger(CampaignCrashTests.class);

    /** What was in doubt was repeated once and is marked. */
    private static final String CONCLUDED = "(state = 'SENT' or state = 'UNCERTAIN' and repeated)";

    private static final String REMINDERS = "letter where purpose = 'review-reminder'";

    private static final int PARTICIPANTS = 300;

    private static final int KILLS = Integer.getInteger("crash.campaign-kills", 2);

    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

    private final Random random = new Random(SEED);

    private final CrashScene scene = new CrashScene();

    @AfterEach
    void close() {
        this.scene.close();
    }

    @Test
    void aCampaignThatIsKilledGoesOnWhereItWas() {
        logger.info("{} kills with -Dcrash.seed={}", KILLS, SEED);
        try (BackOfficeProcess application = this.scene.start()) {
            awaiting(application).ignoreExceptionsInstanceOf(BadSqlGrammarException.class)
                .until(() -> count("act_ru_job where process_def_key_ = 'reviewCampaign'") == 1);
            registerParticipants();
        }
        beginQuarter();
        for (int kill = 1; kill <= KILLS; kill++) {
            killWhen("quarterly_review", kill * PARTICIPANTS / (KILLS + 1));
        }
        try (BackOfficeProcess last = this.scene.start()) {
            awaiting(last)
                .untilAsserted(() -> assertThat(count("delivery where " + CONCLUDED)).isEqualTo(PARTICIPANTS));
        }
        assertEverybodyWasAskedOnce();
        remindAndFollowUp();
    }

    private void assertEverybodyWasAskedOnce() {
        assertThat(count("quarterly_review")).isEqualTo(PARTICIPANTS);
        assertThat(count("(select distinct participant_id from quarterly_review) as one")).isEqualTo(PARTICIPANTS);
        assertThat(count("(select distinct recipient from letter where purpose = 'review-change-pack') as one"))
            .isEqualTo(PARTICIPANTS);
        assertThat(count("act_ru_execution where parent_id_ is null and business_key_ in"
                + " (select case_number from quarterly_review)"))
            .isEqualTo(PARTICIPANTS);
        assertThat(count("review_campaign where finished_at is not null and opened = " + PARTICIPANTS)).isOne();
        assertThat(count("review_campaign where finished_at is null")).isOne();
        assertNobodyGotItTwiceUnmarked();
    }

    /**
     * One reminder, then one to both contacts, then a person's task: for each of them.
     */
    private void remindAndFollowUp() {
        letTimersGoOff();
        killWhen(REMINDERS, PARTICIPANTS / 2);
        BackOfficeProcess application = this.scene.start();
        awaiting(application).until(() -> waiting("intermediateCatchEvent_secondReviewReminderDue") == PARTICIPANTS);
        assertThat(count(REMINDERS)).isEqualTo(PARTICIPANTS);
        letTimersGoOff();
        awaiting(application).until(() -> waiting("intermediateCatchEvent_reviewFollowUpDue") == PARTICIPANTS);
        assertThat(count(REMINDERS)).isEqualTo(3 * PARTICIPANTS);
        letTimersGoOff();
        awaiting(application)
            .until(() -> count("act_ru_task where task_def_key_ = 'userTask_followUpReview'") == PARTICIPANTS);
        assertThat(count("letter")).isEqualTo(4 * PARTICIPANTS);
    }

    private void letTimersGoOff() {
        assertThat(this.scene.database().sql("""
                update act_ru_job set duedate_ = now()
                where process_def_key_ = 'quarterlyReview' and handler_cfg_ like 'intermediateCatchEvent%'""").update())
            .isEqualTo(PARTICIPANTS);
    }

    private long waiting(String event) {
        return count("act_ru_job where handler_cfg_ = '%s'".formatted(event));
    }

    /** Kills it a moment after there are so many. */
    private void killWhen(String what, int number) {
        try (BackOfficeProcess application = this.scene.start()) {
            awaiting(application).pollInterval(Duration.ofMillis(5)).until(() -> count(what) >= number);
            application.livesFor(Duration.ofMillis(this.random.nextInt(60)));
        }
        logger.info("Killed when {} reviews were open and {} letters written", count("quarterly_review"),
                count("letter"));
    }

    private void registerParticipants() {
        this.scene.database().sql("""
                with bank as (insert into participant (version, organisation, administrator_name, administrator_email,
                        technical_email, technical_phone, enrolled_on)
                    select 0, 'Bank ' || n, 'IT', 'tls@bank' || n || '.example', 'drift@bank' || n || '.example', '',
                        date '2020-01-15' from generate_series(1, ?) as n returning id, organisation)
                insert into participant_domain (participant_id, domain, state, inbound_enforcement, enrolled_on,
                        case_number)
                    select id, replace(lower(organisation), ' ', '') || '.example', 'LISTED', false, '2020-01-15',
                        'TLS-2020-00001' from bank""").param(PARTICIPANTS).update();
    }

    private void beginQuarter() {
        assertThat(this.scene.database().sql("""
                update act_ru_job set duedate_ = now() where process_def_key_ = 'reviewCampaign'""").update()).isOne();
    }

    private void assertNobodyGotItTwiceUnmarked() {
        for (int bank = 1; bank <= PARTICIPANTS; bank++) {
            String address = "tls@bank%d.example".formatted(bank);
            long repeated = count("outbound_mail where repeated and recipient = '%s'".formatted(address));
            assertThat((long) this.scene.mail().mailsTo(address).size()).as(address).isBetween(1L, 1 + repeated);
        }
    }

    private long count(String what) {
        return this.scene.database().sql("select count(*) from " + what).query(Long.class).single();
    }

    private static ConditionFactory awaiting(BackOfficeProcess application) {
        return await().dontCatchUncaughtExceptions()
            .failFast("The application ended by itself", () -> !application.isAlive());
    }

}
