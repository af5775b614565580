/** Mail intake: fetch, store, hand to the handler that claims it. */
@ApplicationModule(allowedDependencies = { "outbox", "mailaccount", "evidence", "identifier", "calendar", "workflow" })
@NullMarked
package no.bits.tls.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
