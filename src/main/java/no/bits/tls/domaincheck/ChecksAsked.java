package no.bits.tls.domaincheck;

/** Checks were asked for that are due at once. */
record ChecksAsked() {
}
