package no.bits.tls.bench;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** Takes every mail that the back office sends, and has a mailbox where nothing comes. */
final class MailServers implements AutoCloseable {

    private final GreenMail server = new GreenMail(
            new ServerSetup[] { setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_IMAP) });

    private MailServers() {
        this.server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }

    static MailServers start() {
        MailServers servers = new MailServers();
        servers.server.start();
        return servers;
    }

    int smtpPort() {
        return this.server.getSmtp().getPort();
    }

    int imapPort() {
        return this.server.getImap().getPort();
    }

    @Override
    public void close() {
        this.server.stop();
    }

    private static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(30_000);
        return setup;
    }

}
