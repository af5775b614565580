/**
 * Who gets in and how: by an identity provider or as a local user, for how long, and who
 * has looked at personal data once in.
 */
@ApplicationModule(allowedDependencies = { "calendar", "workflow" })
@NullMarked
package no.bits.tls.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
