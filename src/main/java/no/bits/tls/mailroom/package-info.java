/** Where staff look at all mail, and at what is in it. */
@ApplicationModule(allowedDependencies = { "inbox", "document", "workflow" })
@NullMarked
package no.bits.tls.mailroom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
