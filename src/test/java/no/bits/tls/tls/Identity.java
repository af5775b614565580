package no.bits.tls.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a mail server of the tests proves itself with.
 *
 * @param key its private key
 * @param chain what it sends, its own certificate first
 */
record Identity(PrivateKey key, List<X509Certificate> chain) {

    /** The same, with the next certificate sent along. */
    Identity with(X509Certificate next) {
        return new Identity(this.key, Stream.concat(this.chain.stream(), Stream.of(next)).toList());
    }

    /** The same certificate without the key that belongs to it. */
    Identity withKeyOf(Identity other) {
        return new Identity(other.key, this.chain);
    }

}
