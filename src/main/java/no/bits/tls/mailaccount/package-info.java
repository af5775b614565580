/** Our account with a mail provider that takes tokens instead of passwords. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package no.bits.tls.mailaccount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
