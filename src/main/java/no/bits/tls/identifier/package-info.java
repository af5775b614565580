/**
 * The names by which organisations, mail domains and people are known: parsed once,
 * strictly, and safe ever after.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package no.bits.tls.identifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
