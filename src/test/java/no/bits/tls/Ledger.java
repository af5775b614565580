package no.bits.tls;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.jdbc.BadSqlGrammarException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must be true of the applicants of a {@link CrashScene}, in the mailboxes, on the
 * list and in the engine.
 */
final class Ledger {

    /** Concluded for good: what was in doubt was repeated once and is marked. */
    private static final String CONCLUDED = "(state = 'SENT' or state = 'UNCERTAIN' and repeated)";

    private final CrashScene scene;

    Ledger(CrashScene scene) {
        this.scene = scene;
    }

    /** Whether some applicant waits for a confirmation. */
    boolean isAnythingOpen() {
        try {
            return confirmationsConcluded() < 2L * this.scene.applicants().size();
        }
        catch (BadSqlGrammarException ex) {
            return true; // killed before there were tables
        }
    }

    void assertNothingIsOpen() {
        assertThat(confirmationsConcluded()).as("confirmations").isEqualTo(2L * this.scene.applicants().size());
        assertThat(this.scene.mail().mailsIn("INBOX")).as("mails in the work list").isZero();
        assertThat(count("act_ru_execution join act_re_procdef d on d.id_ = proc_def_id_ where key_ = 'enrolment'"))
            .as("running enrolments")
            .isZero();
    }

    void assertEverythingHappenedOnce() {
        int applicants = this.scene.applicants().size();
        assertThat(this.scene.mail().mailsIn("Processed")).isEqualTo(applicants);
        assertThat(this.scene.mail().mailsIn("Failed")).isZero();
        assertThat(strings("select state from inbound_mail")).hasSize(applicants).containsOnly("HANDLED");
        assertThat(strings("select case_number from inbound_mail")).doesNotHaveDuplicates();
        assertThat(strings("select state from enrolment")).hasSize(applicants).containsOnly("LISTED");
        assertThat(strings("select case_number from decision")).hasSize(applicants).doesNotHaveDuplicates();
        assertThat(count("participant")).isEqualTo(applicants);
        assertThat(count("mail_triage")).isZero();
        assertTheEngineIsDone(applicants);
        assertEverybodyHasOneMilestone(applicants);
        this.scene.applicants().forEach(this::assertOneOfEach);
    }

    void assertListed(String csv) {
        List<Applicant> applicants = this.scene.applicants();
        assertThat(csv.lines().skip(1)).as(csv).hasSize(applicants.size());
        assertThat(applicants).allSatisfy(
                (one) -> assertThat(csv).containsOnlyOnce(one.domain()).containsOnlyOnce(one.organisationNumber()));
        assertThat(numbers("select number from domain_list_version order by number"))
            .containsExactlyElementsOf(LongStream.rangeClosed(1, applicants.size()).boxed().toList());
        assertThat(strings("select case_number from domain_list_version")).doesNotHaveDuplicates();
        assertThat(strings("select domain from domain_list_entry where to_version is null"))
            .containsExactlyInAnyOrderElementsOf(applicants.stream().map(Applicant::domain).toList());
        assertThat(count("domain_list_entry")).isEqualTo(applicants.size());
    }

    /** How far everything has come, in one line for people. */
    String summary() {
        try {
            return String.join(", ",
                    strings("""
                            select count(*) || ' mail ' || state from inbound_mail group by state
                            union all select count(*) || ' case ' || state from enrolment group by state
                            union all select count(*) || ' ' || purpose || ' ' || state || case when repeated then ' again' else '' end
                                from outbound_mail group by purpose, state, repeated
                            union all select count(*) || ' job at work' from act_ru_job
                                where lock_exp_time_ is not null having count(*) > 0
                            order by 1"""));
        }
        catch (BadSqlGrammarException ex) {
            return "no tables yet";
        }
    }

    private void assertTheEngineIsDone(int applicants) {
        assertThat(strings("select incident_msg_ from act_ru_incident")).isEmpty();
        assertThat(count("act_hi_incident")).isZero();
        assertThat(strings("select end_act_id_ from act_hi_procinst where proc_def_key_ = 'enrolment'"))
            .hasSize(applicants)
            .containsOnly("endEvent_domainsListed");
        assertThat(strings("""
                select act_id_ from act_hi_actinst
                where act_type_ in ('serviceTask', 'userTask') and proc_def_key_ = 'enrolment'
                group by act_id_ having count(*) <> %d""".formatted(applicants)))
            .as("steps done more or less than once")
            .isEmpty();
    }

    private void assertEverybodyHasOneMilestone(int applicants) {
        assertThat(strings("select case_number from enrolment"))
            .containsExactlyInAnyOrderElementsOf(strings("select enrolment_case from milestone"));
        assertThat(strings("select business_key_ from act_ru_execution where parent_id_ is null"
                + " and business_key_ in (select case_number from milestone)"))
            .hasSize(applicants)
            .doesNotHaveDuplicates();
        assertThat(count("attestation")).isEqualTo(applicants);
    }

    private void assertOneOfEach(Applicant applicant) {
        assertThat(purposes(applicant.sender())).containsExactly("enrolment-listed", "enrolment-receipt");
        assertThat(purposes(applicant.administrator())).containsExactly("enrolment-listed");
        assertArrived(applicant.sender());
        assertArrived(applicant.administrator());
    }

    private void assertArrived(String address) {
        List<String> arrived = this.scene.mail().mailsTo(address).stream().map(Ledger::messageId).toList();
        for (Map<String, Object> letter : this.scene.database()
            .sql("select message_id, state, repeated from outbound_mail where recipient = ?")
            .param(address)
            .query()
            .listOfRows()) {
            boolean marked = (boolean) letter.get("repeated");
            assertThat(arrived.stream().filter(letter.get("message_id")::equals)).as("%s to %s", letter, address)
                .hasSizeBetween("SENT".equals(letter.get("state")) ? 1 : 0, marked ? 2 : 1);
        }
        assertThat(strings("select message_id from outbound_mail")).containsAll(arrived);
    }

    private List<String> purposes(String address) {
        return strings("select purpose from outbound_mail where recipient = '%s' and %s order by purpose"
            .formatted(address, CONCLUDED));
    }

    private long confirmationsConcluded() {
        return numbers("select count(*) from outbound_mail where purpose = 'enrolment-listed' and " + CONCLUDED).get(0);
    }

    private long count(String table) {
        return numbers("select count(*) from " + table).get(0);
    }

    private List<String> strings(String sql) {
        return this.scene.database().sql(sql).query(String.class).list();
    }

    private List<Long> numbers(String sql) {
        return this.scene.database().sql(sql).query(Long.class).list();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        }
        catch (MessagingException ex) {
            throw new IllegalStateException("A mail of ours has no Message-ID", ex);
        }
    }

}
