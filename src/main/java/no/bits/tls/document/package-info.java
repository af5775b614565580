/** The scheme's two forms: reads them filled in, writes them blank. */
@ApplicationModule(allowedDependencies = { "identifier" })
@NullMarked
package no.bits.tls.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
