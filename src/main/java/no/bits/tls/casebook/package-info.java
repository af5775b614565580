/**
 * Cases of every kind, found and told: by number, organisation or domain, and what
 * happened in each. Reads, and knows no feature.
 */
@ApplicationModule(allowedDependencies = "workflow")
@NullMarked
package no.bits.tls.casebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
