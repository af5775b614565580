/**
 * Every quarter: tell each participant what changed, ask for a confirmation, follow up.
 */
@ApplicationModule(allowedDependencies = { "changepack", "participant", "domainlist", "inbox", "outbox", "calendar",
        "identifier", "workflow" })
@NullMarked
package no.bits.tls.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
