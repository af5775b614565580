/**
 * When domains' mail servers are looked at, and what was seen: by a queue that all
 * instances share.
 */
@ApplicationModule(allowedDependencies = { "tls", "calendar", "identifier", "workflow" })
@NullMarked
package no.bits.tls.domaincheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
