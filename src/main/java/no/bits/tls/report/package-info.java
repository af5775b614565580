/**
 * Figures for managers, about kinds of cases and never about anybody: read from views of
 * its own, kept by month. Nobody imports it.
 */
@ApplicationModule(allowedDependencies = { "domainlist", "evidence", "tls", "calendar", "workflow" })
@NullMarked
package no.bits.tls.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
