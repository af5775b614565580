package no.bits.tls.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.Quarter;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseNumbers;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a review for every participant on the first working day of each quarter: one
 * campaign waits for the next quarter at any time, and goes through the participants in
 * batches, each of which is one transaction, so that a crash repeats and skips nobody.
 */
@Service
@Transactional
class Campaigns {

    private final CampaignRepository repository;

    private final ReviewProcess process;

    private final Reviews reviews;

    private final CaseNumbers caseNumbers;

    private final ReviewSettings settings;

    private final Clock clock;

    Campaigns(CampaignRepository repository, ReviewProcess process, Reviews reviews, CaseNumbers caseNumbers,
            ReviewSettings settings, Clock clock) {
        this.repository = repository;
        this.process = process;
        this.reviews = reviews;
        this.caseNumbers = caseNumbers;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Plans the first campaign of a new installation. Of a quarter that has begun nobody
     * is asked any more.
     */
    @EventListener(ApplicationReadyEvent.class)
    public void planFirst() {
        if (!this.repository.isPlanned()) {
            Quarter quarter = Quarter.of(OsloTime.today(this.clock));
            plan(beginOf(quarter).isAfter(this.clock.instant()) ? quarter : quarter.next());
        }
    }

    /** Plans the next quarter's campaign; quarters that passed meanwhile are left out. */
    void planNext(CaseNumber caseNumber) {
        Quarter begun = Quarter.of(OsloTime.today(this.clock));
        Quarter planned = Quarter.parse(this.repository.find(caseNumber).quarter());
        plan((planned.until(begun) > 0) ? begun.next() : planned.next());
    }

    /**
     * Opens the reviews of the next batch of participants.
     * @param caseNumber the campaign
     * @return whether there may be more of them
     */
    boolean openReviews(CaseNumber caseNumber) {
        Campaign campaign = this.repository.lock(caseNumber);
        LocalDate today = OsloTime.today(this.clock);
        List<Candidate> batch = this.repository.next(campaign.lastParticipant(),
                Quarter.parse(campaign.quarter()).firstWorkingDay().minus(this.settings.newcomersLeftOut()),
                this.settings.batchSize());
        this.reviews.open(campaign.quarter(), today, batch);
        boolean more = batch.size() == this.settings.batchSize();
        this.repository.advance(campaign, batch, more ? null : this.clock.instant());
        return more;
    }

    private void plan(Quarter quarter) {
        CaseNumber caseNumber = this.caseNumbers.next();
        if (this.repository.insert(quarter.toString(), caseNumber)) {
            this.process.plan(caseNumber, quarter.toString(), beginOf(quarter));
        }
    }

    private static Instant beginOf(Quarter quarter) {
        return OsloTime.morningOf(quarter.firstWorkingDay());
    }

}
