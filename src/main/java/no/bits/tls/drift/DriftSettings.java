package no.bits.tls.drift;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When listed domains are looked at, and when somebody is told.
 *
 * @param nightBegins when the looks of a night begin, on Oslo's clock
 * @param nightLasts over how long they are spread
 * @param failsFor how long a domain must have failed, on two looks, before anybody is
 * told
 * @param certificateDays how many days before a certificate expires somebody is told
 * @param followUpAfter after how many days staff follow it up
 */
@Validated
@ConfigurationProperties("backoffice.drift")
record DriftSettings(@DefaultValue("00:30") @NotNull LocalTime nightBegins,
        @DefaultValue("5h") @NotNull Duration nightLasts, @DefaultValue("24h") @NotNull Duration failsFor,
        @DefaultValue( {
                "30", "14", "4" }) @NotEmpty List<@Min(1) Integer> certificateDays,
        @DefaultValue("14") @Min(1) int followUpAfter){
}
