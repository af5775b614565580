package no.bits.tls.errorreport;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long those have who are asked to mend something or to tell more.
 *
 * @param workingDays how many working days a participant has before it is reminded, and
 * again before staff call it
 * @param answerAfter after how many days staff look again at a report of which they asked
 * more
 * @param leaveAfter how many days a domain is announced before it leaves the list
 * @param lookEvery how often the mail servers are looked at while somebody is to mend
 * them
 */
@Validated
@ConfigurationProperties("backoffice.error-report")
record ErrorReportSettings(@DefaultValue("5") @Min(1) int workingDays, @DefaultValue("10") @Min(1) int answerAfter,
        @DefaultValue("14") @Min(1) int leaveAfter, @DefaultValue("4h") @NotNull Duration lookEvery) {
}
