/** An organisation asks to join, is checked, and is listed or declined. */
@ApplicationModule(allowedDependencies = { "participant", "domainlist", "inbox", "outbox", "document", "domaincheck",
        "tls", "calendar", "identifier", "workflow" })
@NullMarked
package no.bits.tls.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
