/**
 * How a domain's mail servers answer: looked at as a sender would, one polite connection
 * to each address, one verdict for each requirement.
 */
@ApplicationModule(allowedDependencies = { "identifier", "calendar" })
@NullMarked
package no.bits.tls.tls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
