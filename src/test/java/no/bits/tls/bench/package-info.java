/**
 * What the back office costs beside the least that would do the same; started by hand,
 * see the README.
 */
@NullMarked
package no.bits.tls.bench;

import org.jspecify.annotations.NullMarked;
