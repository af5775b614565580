/**
 * What all cases share: case numbers, typed variables, roles, and the engine set up
 * right.
 */
@ApplicationModule(allowedDependencies = "calendar")
@NullMarked
package no.bits.tls.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
