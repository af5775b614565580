package no.bits.tls.workflow;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may see how the application is doing.
 *
 * @param token what a monitor must show ({@code Authorization: Bearer ...}) to see more
 * than whether the application is healthy; without one nobody sees more
 */
@ConfigurationProperties("backoffice.monitoring")
record MonitoringSettings(@DefaultValue("") String token) {
}
