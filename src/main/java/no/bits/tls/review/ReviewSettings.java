package no.bits.tls.review;

import java.time.Duration;
import java.time.Period;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When participants hear about their quarterly review. Reminders that fall on a day off
 * are sent on the working day before, the follow-up moves to the working day after; all
 * at 08:00 in Oslo.
 *
 * @param firstReminderAfter how many days after the change pack the first reminder is
 * sent
 * @param secondReminderAfter how many days after it the second one is sent, also to the
 * technical contact
 * @param followUpAfter how many days after it a person takes over
 * @param newcomersLeftOut who was enrolled less than this before the quarter's first
 * working day is not asked that quarter
 * @param batchSize how many reviews a campaign opens in one transaction
 * @param linksValidFor how long the links to the confirmation page are good
 */
@Validated
@ConfigurationProperties("backoffice.review")
record ReviewSettings(@DefaultValue("14") @Min(1) int firstReminderAfter,
        @DefaultValue("30") @Min(1) int secondReminderAfter, @DefaultValue("37") @Min(1) int followUpAfter,
        @DefaultValue("P1M") Period newcomersLeftOut, @DefaultValue("100") @Min(1) @Max(1000) int batchSize,
        @DefaultValue("120d") Duration linksValidFor) {

    @AssertTrue(message = "The days must follow each other: backoffice.review.first-reminder-after,"
            + " second-reminder-after, follow-up-after")
    boolean isInOrder() {
        return this.firstReminderAfter < this.secondReminderAfter && this.secondReminderAfter < this.followUpAfter;
    }

}
