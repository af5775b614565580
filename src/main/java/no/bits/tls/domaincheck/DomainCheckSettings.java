package no.bits.tls.domaincheck;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import no.bits.tls.identifier.DomainName;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How domain checks are worked through.
 *
 * @param workers how many domains this instance looks at at a time, a quarter of them
 * never in routine
 * @param poll how often checks are looked for that became due or that another instance
 * left
 * @param lease for how long a check belongs to an instance that gives no sign of life
 * @param tryAgainAfter how long to wait where a server asks us to come again, one wait
 * for each further attempt
 * @param proofSender the listed domain in whose name inbound enforcement is proven
 */
@Validated
@ConfigurationProperties("backoffice.domaincheck")
record DomainCheckSettings(@DefaultValue("8") @Min(2) int workers, @DefaultValue("5s") @NotNull Duration poll,
        @DefaultValue("3m") @NotNull Duration lease, @DefaultValue("15m,4h") @NotNull List<Duration> tryAgainAfter,
        @DefaultValue("bits.no") @NotNull DomainName proofSender) {
}
