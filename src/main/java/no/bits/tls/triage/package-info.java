/** What no other case claims: a person says what a mail is. */
@ApplicationModule(allowedDependencies = { "inbox", "identifier", "workflow" })
@NullMarked
package no.bits.tls.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
