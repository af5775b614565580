/** Somebody asks or reports something, and a person answers. */
@ApplicationModule(allowedDependencies = { "inbox", "outbox", "participant", "identifier", "workflow" })
@NullMarked
package no.bits.tls.enquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
