package no.bits.tls.enrolment;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long applicants have to answer, and what is asked without a person.
 *
 * @param reminderAfter how long after a request the applicant is reminded; shorter than
 * {@code lapseAfter}
 * @param lapseAfter how long after a request the enrolment lapses
 * @param automaticRequests whether what is simply empty in readable forms is asked for
 * without a person
 * @param mostAutomaticRequests how often a case asks by itself at the most
 * @param domainCheckWithin how long a case waits for its domains' mail servers to be
 * looked at before a person reviews it all the same
 */
@ConfigurationProperties("backoffice.enrolment")
@Validated
record EnrolmentSettings(@DefaultValue("14d") Duration reminderAfter, @DefaultValue("30d") Duration lapseAfter,
        @DefaultValue("true") boolean automaticRequests, @DefaultValue("2") @Min(0) int mostAutomaticRequests,
        @DefaultValue("6h") Duration domainCheckWithin) {

    @AssertTrue(message = "The reminder comes before the lapse: backoffice.enrolment.reminder-after"
            + " must be shorter than lapse-after")
    boolean isReminderBeforeLapse() {
        return this.reminderAfter.compareTo(this.lapseAfter) < 0;
    }

}
