/** Working days, quarters and Oslo time. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package no.bits.tls.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
