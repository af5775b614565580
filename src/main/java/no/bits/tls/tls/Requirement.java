package no.bits.tls.tls;

import no.bits.tls.calendar.Language;

/** A requirement of the scheme of which a domain's mail servers show something. */
public enum Requirement {

    /** The domain's mail servers can be reached and complete STARTTLS. */
    MAIL_SERVERS("5.1.1", "E-postløsningen kan brukes med TLS", "The mail solution can be used with TLS"),

    /** The certificate's chain ends in a trusted root. */
    TRUSTED_CERTIFICATE("5.1.2", "Sertifikatet er utstedt av noen som alle stoler på",
            "The certificate is issued by somebody whom all trust"),

    /** STARTTLS is offered and works. */
    STARTTLS("5.2.1", "STARTTLS tilbys og virker", "STARTTLS is offered and works"),

    /** TLS 1.2 or newer is used. */
    TLS_VERSION("5.2.7", "TLS 1.2 eller nyere brukes", "TLS 1.2 or newer is used"),

    /** The certificate has the name that the domain's MX record has. */
    SERVER_NAME("5.2.8", "Sertifikatet har serverens navn", "The certificate has the server's name");

    private final String number;

    private final String norwegian;

    private final String english;

    Requirement(String number, String norwegian, String english) {
        this.number = number;
        this.norwegian = norwegian;
        this.english = english;
    }

    /** Its number in the scheme's document, for example {@code 5.2.1}. */
    public String number() {
        return this.number;
    }

    /**
     * What it asks of the servers.
     * @param language the reader's
     * @return a clause without a full stop
     */
    public String title(Language language) {
        return (language == Language.NORWEGIAN) ? this.norwegian : this.english;
    }

}
