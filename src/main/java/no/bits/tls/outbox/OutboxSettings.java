package no.bits.tls.outbox;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import no.bits.tls.mailaccount.Login;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails leave; where the SMTP server is and who logs in stands in
 * {@code spring.mail.*}, as in any Spring Boot application.
 *
 * @param security how the connection to the SMTP server is protected
 * @param login how to log in to the SMTP server, where {@code spring.mail.username} says
 * as whom
 * @param from whom our mails are from: a name and the mailbox whose plus addresses take
 * the answers
 * @param instance the name of this installation in {@code X-Bits-TLS}, by which the inbox
 * knows our own mails
 * @param messageIdHost the right side of our Message-IDs, also our name in EHLO
 * @param tokenSecret what signs the tokens in our reply addresses; at least 32
 * characters, the same on every instance, kept for as long as answers are expected
 * @param poll how often mails are looked for that another instance stored or that became
 * due
 * @param lease for how long a mail belongs to one worker; longer than
 * {@code answerTimeout}
 * @param workers how many connections to the SMTP server this instance uses at once
 * @param mailsPerConnection how many mails one connection carries before a new one is
 * made
 * @param connectTimeout how long to wait for a connection
 * @param answerTimeout how long to wait for each answer; RFC 5321, 4.5.3.2.6 asks for 10
 * minutes after the final dot
 * @param retry when a mail is tried again
 * @param longestWait how long a due mail may wait before health is down
 * @param mailsPerMinute how many mails all instances together send in any minute, evenly
 * spaced; 30 is what Microsoft 365 takes from one mailbox; 0 for no limit
 * @param dailyLimit how many mails one address gets in any 24 hours, whoever answers whom
 * in a circle; what is beyond waits; 0 for no limit
 */
@ConfigurationProperties("backoffice.outbox")
@Validated
record OutboxSettings(@DefaultValue("starttls") Security security, @DefaultValue("password") Login login,
        @DefaultValue("Bits – tvungen TLS <tls@bits.no>") @NotBlank String from,
        @DefaultValue("tls.bits.no") @Pattern(regexp = HOST) String instance,
        @DefaultValue("tls.bits.no") @Pattern(regexp = HOST) String messageIdHost,
        @NotBlank @Size(min = 32) String tokenSecret, @DefaultValue("5s") Duration poll,
        @DefaultValue("15m") Duration lease, @DefaultValue("2") @Min(1) int workers,
        @DefaultValue("200") @Min(1) int mailsPerConnection, @DefaultValue("30s") Duration connectTimeout,
        @DefaultValue("10m") Duration answerTimeout, @DefaultValue @Valid RetryPlan retry,
        @DefaultValue("1h") Duration longestWait, @DefaultValue("30") @Min(0) int mailsPerMinute,
        @DefaultValue("20") @Min(0) int dailyLimit) {

    private static final String HOST = "[A-Za-z0-9][A-Za-z0-9.-]{0,99}";

    OutboxSettings {
        if (lease.compareTo(answerTimeout) <= 0) {
            throw new IllegalArgumentException(
                    "backoffice.outbox.lease (%s) must be longer than backoffice.outbox.answer-timeout (%s)"
                        .formatted(lease, answerTimeout));
        }
    }

    /** How the connection to the SMTP server is protected. */
    enum Security {

        /** Not at all: for a relay on this very machine. */
        NONE(25),

        /** By STARTTLS, or no mail at all (RFC 3207). */
        STARTTLS(587),

        /** By TLS from the first byte (RFC 8314). */
        TLS(465);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        /** The port where {@code spring.mail.port} names none. */
        int port() {
            return this.port;
        }

    }

    /**
     * When a mail that a server does not take yet is tried again.
     *
     * @param first the wait after the first try, doubled after each
     * @param longest the longest wait between two tries
     * @param giveUpAfter how long after its first try a mail has failed
     */
    record RetryPlan(@DefaultValue("1m") Duration first, @DefaultValue("6h") Duration longest,
            @DefaultValue("3d") Duration giveUpAfter) {

        /** The wait after so many tries, counted from 1. */
        Duration waitAfter(int attempts) {
            Duration doubled = this.first.multipliedBy(1L << Math.min(attempts - 1, 20));
            return (doubled.compareTo(this.longest) < 0) ? doubled : this.longest;
        }

    }

}
