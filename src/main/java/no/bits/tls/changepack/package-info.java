/**
 * What changed on the Domain List for one participant, in files for its mail server, and
 * which version each participant has confirmed.
 */
@ApplicationModule(
        allowedDependencies = { "participant", "domainlist", "outbox", "calendar", "identifier", "workflow" })
@NullMarked
package no.bits.tls.changepack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
