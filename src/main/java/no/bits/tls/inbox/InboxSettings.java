package no.bits.tls.inbox;

import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.mailaccount.Login;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where our mails come from and how they are taken in.
 *
 * @param host the IMAP server; without one no mail is read
 * @param port its port
 * @param security how the connection is protected
 * @param login how to log in
 * @param username who to log in as
 * @param password the password, where that is how to log in
 * @param enabled whether this instance reads the mailbox, where a host is set
 * @param folder the folder that is the work list
 * @param processedFolder where mails go that the system has taken care of
 * @param failedFolder where mails go that were quarantined
 * @param poll how often to look for mails where the server does not announce them (IDLE),
 * how often to try to take over from another instance, and the longest pause between two
 * tries to reach a server that is away
 * @param idleRenewal how long to wait for announcements before looking anyway; below 29
 * minutes (RFC 2177)
 * @param attempts how often handling a mail is tried
 * @param retryPause the pause after the first failed attempt; it grows by itself after
 * each
 * @param ownAddresses the addresses that are this system: a mail from one may be a loop
 * @param authservId the name by which our own mail server signs its findings about a
 * sender (RFC 8601); {@value #EXCHANGE_ONLINE} for Microsoft 365, which signs none;
 * without it nothing is believed of any sender
 * @param limits what is too much for one mail
 * @param watch when to raise the alarm
 */
@ConfigurationProperties("backoffice.inbox")
@Validated
record InboxSettings(@Nullable String host, @DefaultValue("993") @Min(1) @Max(65535) int port,
        @DefaultValue("TLS") Security security, @DefaultValue("PASSWORD") Login login,
        @DefaultValue("tls@bits.no") String username, @DefaultValue("") String password,
        @DefaultValue("true") boolean enabled, @DefaultValue("INBOX") @NotBlank String folder,
        @DefaultValue("Processed") @NotBlank String processedFolder,
        @DefaultValue("Failed") @NotBlank String failedFolder, @DefaultValue("15s") Duration poll,
        @DefaultValue("1m") Duration idleRenewal, @DefaultValue("3") @Min(1) int attempts,
        @DefaultValue("30s") Duration retryPause,
        @DefaultValue("tls@bits.no") @NotEmpty List<EmailAddress> ownAddresses, @Nullable String authservId,
        @DefaultValue @Valid Limits limits, @DefaultValue Watch watch) {

    /** The {@code authservId} of a mail server that removes all findings but its own. */
    static final String EXCHANGE_ONLINE = "exchange-online";

    /** Whether this instance reads a mailbox at all. */
    boolean active() {
        return this.enabled && this.host != null && !this.host.isBlank();
    }

    /** The name of the mailbox in our tables. */
    String mailbox() {
        return "%s@%s/%s".formatted(this.username, this.host, this.folder);
    }

    /** How a connection to the mail server is protected. */
    enum Security {

        /** TLS from the first byte (port 993). */
        TLS,

        /** TLS before the password, or no connection. */
        STARTTLS,

        /** None: for a server on the same machine only. */
        NONE

    }

    /**
     * What is too much for one mail; one beyond a limit is quarantined.
     *
     * @param size the whole mail; of a larger one only the header is fetched
     * @param header all header fields of the mail or of one of its parts
     * @param parts how many parts
     * @param depth how many parts within each other
     * @param time how long reading its structure may take
     * @param containers what is too much for the files that hold other files
     */
    record Limits(@DefaultValue("35MB") DataSize size, @DefaultValue("256KB") DataSize header,
            @DefaultValue("1000") @Min(1) int parts, @DefaultValue("30") @Min(1) int depth,
            @DefaultValue("10s") Duration time, @DefaultValue @Valid Containers containers) {
    }

    /**
     * What is too much for the files of a mail that hold other files, such as forwarded
     * mails and zip files; one beyond a limit stays closed, and the mail is handled.
     *
     * @param entries how many entries a zip file may have
     * @param unpacked how much may come out of all of them together
     * @param ratio how many times its own size may come out of a zip file
     * @param depth how many within each other are opened
     */
    record Containers(@DefaultValue("200") @Min(1) int entries, @DefaultValue("100MB") DataSize unpacked,
            @DefaultValue("100") @Min(1) int ratio, @DefaultValue("4") @Min(0) int depth) {
    }

    /**
     * When the inbox reports itself as down.
     *
     * @param lastPoll the longest time since the mailbox could be read
     * @param oldestMail the longest time that a mail stays in the work list
     */
    record Watch(@DefaultValue("5m") Duration lastPoll, @DefaultValue("15m") Duration oldestMail) {
    }

}
