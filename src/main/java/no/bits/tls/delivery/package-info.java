/**
 * A mail of ours that did not arrive: a person finds another way, has it sent again, or
 * finds out who the contact is now.
 */
@ApplicationModule(allowedDependencies = { "participant", "outbox", "calendar", "identifier", "workflow" })
@NullMarked
package no.bits.tls.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
