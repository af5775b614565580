/** The published Domain List: versions, differences, pages, files. */
@ApplicationModule(allowedDependencies = { "identifier", "workflow", "calendar" })
@NullMarked
package no.bits.tls.domainlist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
