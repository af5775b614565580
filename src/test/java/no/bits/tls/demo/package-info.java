/**
 * The back office on one machine for somebody who wants to see it: its own database, mail
 * server, people and clock, and a desk from which to play all the others.
 */
@NullMarked
package no.bits.tls.demo;

import org.jspecify.annotations.NullMarked;
