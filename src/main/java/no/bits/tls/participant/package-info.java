/**
 * Who takes part: organisations, their contacts, domains, and what each has confirmed.
 */
@ApplicationModule(allowedDependencies = { "identifier", "workflow" })
@NullMarked
package no.bits.tls.participant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
