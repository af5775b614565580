/** Three months on: inbound enforcement (requirement 5.2.4). */
@ApplicationModule(allowedDependencies = { "enrolment", "changepack", "participant", "domainlist", "inbox", "outbox",
        "domaincheck", "tls", "calendar", "identifier", "workflow" })
@NullMarked
package no.bits.tls.milestone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
