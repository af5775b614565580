package no.bits.tls.domainlist;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the public pages are shown.
 *
 * @param rowsPerPage how many domains one page shows before the list is split into pages
 */
@Validated
@ConfigurationProperties("backoffice.domainlist")
record DomainListSettings(@DefaultValue("1000") @Min(1) int rowsPerPage) {
}
