package no.bits.tls.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;

import org.jspecify.annotations.Nullable;

/** Real TLS of the JDK: the last identity for who names it by SNI, else the first. */
final class JavaTls extends X509ExtendedKeyManager implements Script.Tls {

    private final List<Identity> identities;

    private final String[] protocols;

    private final SSLContext context;

    JavaTls(List<Identity> identities, String... protocols) {
        this.identities = identities;
        this.protocols = (protocols.length > 0) ? protocols : new String[] { "TLSv1.3", "TLSv1.2" };
        try {
            this.context = SSLContext.getInstance("TLS");
            this.context.init(new KeyManager[] { this }, null, null);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    SSLContext context() {
        return this.context;
    }

    @Override
    public Script.Inside handshake(Socket socket) throws IOException {
        SSLSocket inside = (SSLSocket) this.context.getSocketFactory()
            .createSocket(socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
        inside.setUseClientMode(false);
        inside.setEnabledProtocols(this.protocols);
        inside.startHandshake();
        return new Script.Inside(inside.getInputStream(), inside.getOutputStream());
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        ExtendedSSLSession session = (ExtendedSSLSession) ((SSLSocket) socket).getHandshakeSession();
        int chosen = session.getRequestedServerNames().isEmpty() ? 0 : this.identities.size() - 1;
        return this.identities.get(chosen).key().getAlgorithm().equals(keyType) ? Integer.toString(chosen) : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return this.identities.get(0).key().getAlgorithm().equals(keyType) ? "0" : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return this.identities.get(Integer.parseInt(alias)).chain().toArray(new X509Certificate[0]);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return this.identities.get(Integer.parseInt(alias)).key();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
        return null;
    }

}
