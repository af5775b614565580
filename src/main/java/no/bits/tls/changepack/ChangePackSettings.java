package no.bits.tls.changepack;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How change packs are handed out.
 *
 * @param linksValidFor how long the links to a participant's own files are good
 */
@ConfigurationProperties("backoffice.changepack")
record ChangePackSettings(@DefaultValue("120d") Duration linksValidFor) {
}
