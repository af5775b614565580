/**
 * Mail to a participant fails: whose server it is, what is wrong with it, who is told,
 * until it is solved.
 */
@ApplicationModule(allowedDependencies = { "evidence", "domaincheck", "tls", "participant", "domainlist", "inbox",
        "outbox", "calendar", "identifier", "workflow" })
@NullMarked
package no.bits.tls.errorreport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
