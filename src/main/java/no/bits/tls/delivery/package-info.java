/**
 * A mail of ours that did not arrive: a person finds another way, or has it sent again.
 */
@ApplicationModule(allowedDependencies = { "outbox", "identifier", "workflow" })
@NullMarked
package no.bits.tls.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
