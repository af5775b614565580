package no.bits.tls.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Component;

/**
 * Looks at one mail server as a sender would: one polite connection, banner, EHLO,
 * STARTTLS, one handshake, EHLO inside TLS, QUIT. A requirement is met only when that
 * last EHLO was answered.
 */
@Component
class ServerProbe {

    private final TlsSettings settings;

    private final CertificateCheck certificates;

    private final OldVersions oldVersions;

    private final Watchdog watchdog;

    private final Clock clock;

    ServerProbe(TlsSettings settings, CertificateCheck certificates, OldVersions oldVersions, Watchdog watchdog,
            Clock clock) {
        this.settings = settings;
        this.certificates = certificates;
        this.oldVersions = oldVersions;
        this.watchdog = watchdog;
        this.clock = clock;
    }

    /**
     * Probes; takes the deadline of the settings at most, for each of two connections.
     * @param address where the server is
     * @param host its name in the MX record, without a trailing dot
     * @param secondTurn asked before a second connection: waits until it may be made, and
     * says whether
     * @return what was found; never an exception for what the server or the network does
     */
    ServerReport probe(InetAddress address, String host, BooleanSupplier secondTurn) {
        ProbeNotes notes = new ProbeNotes(host, address.getHostAddress(), this.clock.instant());
        try {
            converse(address, notes);
            if (this.settings.askForTls12() && notes.tlsVersion().equals("TLSv1.3") && secondTurn.getAsBoolean()
                    && !this.oldVersions.speakTls12(address, host)) {
                notes.replace(Finding.VERSION_GOOD, Verdict.of(Requirement.TLS_VERSION, Finding.VERSION_TOO_NEW));
            }
        }
        catch (ProbeStopped stop) {
            notes.stopped(stop.finding() == Finding.VERSION_NOT_COMMON && secondTurn.getAsBoolean()
                    ? this.oldVersions.named(stop, address, host) : stop);
        }
        return notes.report();
    }

    private void converse(InetAddress address, ProbeNotes notes) throws ProbeStopped {
        try (SmtpConversation conversation = connect(address)) {
            ProbeDialogue dialogue = new ProbeDialogue(conversation, this.settings, notes);
            dialogue.greet();
            ChainNote noted = dialogue.startTls();
            this.certificates.judge(noted, notes.mailHost()).forEach(notes::found);
            dialogue.greetInside();
        }
    }

    private SmtpConversation connect(InetAddress address) throws ProbeStopped {
        try {
            return SmtpConversation.with(address, this.settings.port(), this.settings.timeouts(), this.watchdog);
        }
        catch (IOException ex) {
            throw new ProbeStopped(Finding.UNREACHABLE, Quote.of(ex.toString()),
                    Quote.of(String.valueOf(ex.getMessage())));
        }
    }

}
