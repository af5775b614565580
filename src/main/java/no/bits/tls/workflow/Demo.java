package no.bits.tls.workflow;

/**
 * Marks an application that only shows or tests something, so that well-known secrets do
 * no harm; nothing that is shipped implements it.
 */
public interface Demo {

}
