package no.bits.tls.changepack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.changepack.Attestation.Means;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.TlsFailure;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which version of the Domain List each participant has confirmed, and when. */
@Service
public class Ledger {

    private final JdbcClient jdbc;

    private final LedgerFigures figures;

    private final Clock clock;

    Ledger(JdbcClient jdbc, LedgerFigures figures, Clock clock) {
        this.jdbc = jdbc;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * Notes a confirmation, in the caller's transaction.
     * @param participantId the participant
     * @param listVersion the version that it has in its mail server
     * @param caseNumber the case in which it said so
     * @param means how it said so
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(long participantId, long listVersion, CaseNumber caseNumber, Means means) {
        this.jdbc.sql("""
                insert into attestation (participant_id, list_version, case_number, means, confirmed_at)
                values (?, ?, ?, ?, ?)""")
            .params(participantId, listVersion, caseNumber.value(), means.name(),
                    this.clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    /**
     * What a participant has confirmed.
     * @param participantId the participant
     * @return the newest 20 confirmations, newest first
     */
    public List<Attestation> of(long participantId) {
        return this.jdbc.sql("select * from attestation where participant_id = ? order by id desc limit 20")
            .param(participantId)
            .query(Ledger::attestation)
            .list();
    }

    /**
     * The newest version that a participant has confirmed.
     * @param participantId the participant
     * @return the version's number; 0 where it has confirmed none
     */
    public long versionOf(long participantId) {
        return this.jdbc.sql("select coalesce(max(list_version), 0) from attestation where participant_id = ?")
            .param(participantId)
            .query(Long.class)
            .single();
    }

    /** Where a participant stands. */
    Standing standingOf(Participant participant, List<TlsFailure> failures) {
        return Standing.of(participant, of(participant.id()), downloadsOf(participant.id()), failures,
                this.figures.behind(participant.id()));
    }

    private List<Standing.Download> downloadsOf(long participantId) {
        return this.jdbc.sql("""
                select list_version, file, max(downloaded_at) as newest from list_download
                where participant_id = ? group by list_version, file order by newest desc limit 10""")
            .param(participantId)
            .query((row, number) -> new Standing.Download(row.getLong("list_version"), row.getString("file"),
                    OsloTime.dateOf(row.getTimestamp("newest").toInstant())))
            .list();
    }

    void downloaded(long participantId, long listVersion, String file) {
        this.jdbc.sql("""
                insert into list_download (participant_id, list_version, file, downloaded_at)
                values (?, ?, ?, ?)""")
            .params(participantId, listVersion, file, this.clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    private static Attestation attestation(ResultSet row, int number) throws SQLException {
        return new Attestation(row.getLong("participant_id"), row.getLong("list_version"),
                new CaseNumber(row.getString("case_number")), Means.valueOf(row.getString("means")),
                row.getTimestamp("confirmed_at").toInstant());
    }

}
