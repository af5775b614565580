package no.bits.tls.milestone;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When participants hear about their milestone. Reminders that fall on a day off are sent
 * on the working day before, what is due on such a day moves to the working day after;
 * all at 08:00 in Oslo.
 *
 * @param noteDaysAhead how many days ahead the milestone is announced
 * @param firstReminderAfter how many days after the question the first reminder is sent
 * @param secondReminderAfter how many days after the question the second one is sent
 * @param followUpAfter how many days after the question a person takes over
 * @param longestExtension how far from today a participant may move its milestone
 * @param linksValidFor how long the links to the answer page are good
 */
@Validated
@ConfigurationProperties("backoffice.milestone")
record MilestoneSettings(@DefaultValue("14") @Min(1) int noteDaysAhead,
        @DefaultValue("14") @Min(1) int firstReminderAfter, @DefaultValue("28") @Min(1) int secondReminderAfter,
        @DefaultValue("35") @Min(1) int followUpAfter, @DefaultValue("183d") Duration longestExtension,
        @DefaultValue("120d") Duration linksValidFor) {

    @AssertTrue(message = "The days must follow each other: backoffice.milestone.first-reminder-after,"
            + " second-reminder-after, follow-up-after")
    boolean isInOrder() {
        return this.firstReminderAfter < this.secondReminderAfter && this.secondReminderAfter < this.followUpAfter;
    }

}
