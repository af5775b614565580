/**
 * Reads what mail servers say of mail that did not arrive: delivery reports (RFC 3464),
 * TLS reports (RFC 8460), log lines, returned texts and people's own words. It knows
 * texts only, no mail and no case.
 */
@ApplicationModule(allowedDependencies = { "identifier", "calendar" })
@NullMarked
package no.bits.tls.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
