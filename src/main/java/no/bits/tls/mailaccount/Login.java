package no.bits.tls.mailaccount;

/** How we log in to a mail server. */
public enum Login {

    /** With a user name and a password. */
    PASSWORD,

    /** With a user name and a token of our {@link MailAccount} (XOAUTH2). */
    OAUTH2

}
