package no.bits.tls.retention;

import java.time.Period;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what people wrote is kept.
 *
 * @param cases after the last thing that happened in a case that has ended; the case of
 * an enrolment whose domains are listed is kept as long as they are
 * @param otherMail mails without a case: spam, machine mail, what was put away
 * @param batch how many cases are cleared in one transaction
 */
@Validated
@ConfigurationProperties("backoffice.retention")
record RetentionSettings(@DefaultValue("P3Y") @NotNull Period cases, @DefaultValue("P90D") @NotNull Period otherMail,
        @DefaultValue("100") @Min(1) int batch) {
}
