/**
 * Deletes what people wrote when its time is over: the mails and the words of cases that
 * ended long ago. Knows the tables, and no feature.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package no.bits.tls.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
