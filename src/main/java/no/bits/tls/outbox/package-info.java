/** Mail dispatch: texts, queue, SMTP, delivery status. */
@ApplicationModule(allowedDependencies = { "identifier", "calendar", "mailaccount", "workflow" })
@NullMarked
package no.bits.tls.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
