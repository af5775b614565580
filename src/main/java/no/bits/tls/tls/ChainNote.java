package no.bits.tls.tls;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Notes the chain that a server sends and lets the handshake go on, so that afterwards
 * chain and name are judged apart and every fault is named. For looking only: nothing but
 * greetings goes over such a connection.
 */
final class ChainNote extends X509ExtendedTrustManager {

    private volatile List<X509Certificate> chain = List.of();

    private volatile String keyExchange = "UNKNOWN";

    List<X509Certificate> chain() {
        return this.chain;
    }

    String keyExchange() {
        return this.keyExchange;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
        this.chain = List.of(chain);
        this.keyExchange = authType;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        throw new UnsupportedOperationException("We are never the server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

}
