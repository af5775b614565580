/**
 * Looks at every listed domain each quarter, and has whoever runs its mail servers told
 * when they no longer do what the scheme asks or a certificate is about to expire.
 */
@ApplicationModule(allowedDependencies = { "enrolment", "domaincheck", "tls", "participant", "inbox", "outbox",
        "calendar", "identifier", "workflow" })
@NullMarked
package no.bits.tls.drift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
