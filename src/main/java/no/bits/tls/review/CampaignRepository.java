package no.bits.tls.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.UnknownCase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The campaigns, and the participants that they go through. */
@Repository
class CampaignRepository {

    private static final String SELECT = "select * from review_campaign where case_number = ?";

    private final JdbcClient jdbc;

    CampaignRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isPlanned() {
        return this.jdbc.sql("select exists (select from review_campaign)").query(Boolean.class).single();
    }

    /** Whether there was none for this quarter yet. */
    boolean insert(String quarter, CaseNumber caseNumber) {
        return this.jdbc.sql("insert into review_campaign (quarter, case_number) values (?, ?) on conflict do nothing")
            .params(quarter, caseNumber.value())
            .update() == 1;
    }

    Campaign find(CaseNumber caseNumber) {
        return read(SELECT, caseNumber);
    }

    Campaign lock(CaseNumber caseNumber) {
        return read(SELECT + " for update", caseNumber);
    }

    /** The next participants by number that have a domain on the list. */
    List<Candidate> next(long after, LocalDate enrolledUntil, int most) {
        return this.jdbc.sql("""
                select id, organisation, domain, domains from participant,
                    lateral (select min(domain) as domain, count(*) as domains from participant_domain
                        where participant_id = id and state <> 'LEFT') as listed
                where id > :after and enrolled_on <= :until and domains > 0 order by id limit :most""")
            .param("after", after)
            .param("until", enrolledUntil)
            .param("most", most)
            .query((row, number) -> new Candidate(row.getLong("id"), row.getString("organisation"),
                    new DomainName(row.getString("domain")), row.getInt("domains")))
            .list();
    }

    void advance(Campaign campaign, List<Candidate> batch, @Nullable Instant finishedAt) {
        long last = batch.isEmpty() ? campaign.lastParticipant() : batch.get(batch.size() - 1).participantId();
        this.jdbc.sql("""
                update review_campaign set last_participant = :last, opened = :opened, finished_at = :finished
                where quarter = :quarter""")
            .param("last", last)
            .param("opened", campaign.opened() + batch.size())
            .param("finished",
                    Optional.ofNullable(finishedAt).map((instant) -> instant.atOffset(ZoneOffset.UTC)).orElse(null))
            .param("quarter", campaign.quarter())
            .update();
    }

    private Campaign read(String sql, CaseNumber caseNumber) {
        return this.jdbc.sql(sql)
            .param(caseNumber.value())
            .query((row, number) -> new Campaign(row.getString("quarter"), row.getLong("last_participant"),
                    row.getInt("opened")))
            .optional()
            .orElseThrow(() -> UnknownCase.of("campaign", caseNumber));
    }

}
