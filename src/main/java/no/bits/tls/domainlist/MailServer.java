package no.bits.tls.domainlist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A mail server that participants run: which of our files load the Domain List into it,
 * and how it rejects what comes in without TLS (requirement 5.2.4).
 */
public enum MailServer {

    /** Postfix. */
    POSTFIX("Postfix", "postfix-outbound.txt", "postfix-inbound.txt",
            "Last inn postfix-inbound.txt med check_sender_access i smtpd_sender_restrictions, og sett"
                    + " plaintext_reject_code = 550: uten det avviser Postfix bare midlertidig (450).",
            "Load postfix-inbound.txt with check_sender_access in smtpd_sender_restrictions, and set"
                    + " plaintext_reject_code = 550: without it Postfix rejects for a while only (450)."),

    /** Exim. */
    EXIM("Exim", "exim-domains.txt", "exim-domains.txt",
            "Legg regelen «deny sender_domains = +bits_tls, !encrypted = *» i ACL-en for MAIL; fila exim-domains.txt"
                    + " har hele oppskriften.",
            "Add the rule \"deny sender_domains = +bits_tls, !encrypted = *\" to the MAIL ACL; the file"
                    + " exim-domains.txt has the whole recipe."),

    /** sendmail. */
    SENDMAIL("sendmail", "sendmail-access.txt", null,
            "sendmail kan ikke kreve TLS etter avsenderens domene uten egne regelsett. Svar gjerne at dere ikke kan.",
            "sendmail cannot demand TLS by the sender's domain without rule sets of your own. Feel free to answer"
                    + " that you are not able to."),

    /** Microsoft 365. */
    EXCHANGE_ONLINE("Exchange Online (Microsoft 365)", "exchange-online.ps1", "exchange-online.ps1",
            "Kjør exchange-online.ps1: den lager en partnerkobling inn med SenderDomains og RequireTls. Prøv den med"
                    + " -WhatIf først.",
            "Run exchange-online.ps1: it makes an inbound partner connector with SenderDomains and RequireTls. Try it"
                    + " with -WhatIf first."),

    /** Exchange Server on the organisation's own machines. */
    EXCHANGE_SERVER("Exchange Server", "exchange-server.ps1", null,
            "Exchange Server kan ikke kreve TLS etter avsenderens domene. Gjør det i e-postporten foran, om dere har"
                    + " en, eller svar at dere ikke kan.",
            "Exchange Server cannot demand TLS by the sender's domain. Do it in the mail gateway in front of it, if"
                    + " you have one, or answer that you are not able to."),

    /** Google Workspace. */
    GOOGLE_WORKSPACE("Google Workspace", "google-workspace.txt", "google-workspace.txt",
            "Legg adresselisten fra google-workspace.txt i «Secure transport (TLS) compliance» for innkommende e-post.",
            "Put the address list of google-workspace.txt into \"Secure transport (TLS) compliance\" for inbound"
                    + " mail."),

    /** Cisco Secure Email. */
    CISCO("Cisco Secure Email", "cisco-secure-email.txt", "cisco-secure-email.txt",
            "Legg domenene i adresselisten over avsendere som må bruke TLS, i Mail Flow Policy («TLS Mandatory for"
                    + " Address List»).",
            "Put the domains into the address list of senders that must use TLS, in the mail flow policy (\"TLS"
                    + " mandatory for address list\")."),

    /** Haraka. */
    HARAKA("Haraka", "haraka-tls.ini", null,
            "Haraka kan ikke kreve TLS etter avsenderens domene uten et eget programtillegg. Svar gjerne at dere ikke"
                    + " kan.",
            "Haraka cannot demand TLS by the sender's domain without a plugin of your own. Feel free to answer that"
                    + " you are not able to."),

    /** Any other, which loads the list of domains in a way of its own. */
    OTHER("Annen (other)", "domains.txt", "domains.txt",
            "Se etter en regel som krever TLS etter avsenderens domene, og last inn domains.txt i den. Finnes det"
                    + " ingen, svarer dere at dere ikke kan.",
            "Look for a rule that demands TLS by the sender's domain, and load domains.txt into it. If there is none,"
                    + " answer that you are not able to.");

    private final String label;

    private final String outbound;

    private final @Nullable String inbound;

    private final String norwegian;

    private final String english;

    MailServer(String label, String outbound, @Nullable String inbound, String norwegian, String english) {
        this.label = label;
        this.outbound = outbound;
        this.inbound = inbound;
        this.norwegian = norwegian;
        this.english = english;
    }

    /** Its name, as its administrators know it. */
    public String label() {
        return this.label;
    }

    /** Its name in addresses and forms, for example {@code exchange-online}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The files that load the list into it, for mail that goes out and mail that comes
     * in.
     * @return one or two file names
     */
    public List<String> files() {
        return Stream.concat(Stream.of(this.outbound), Optional.ofNullable(this.inbound).stream()).distinct().toList();
    }

    /** Whether it can demand TLS by the sender's domain. */
    public boolean canEnforceInbound() {
        return this.inbound != null;
    }

    /** How it rejects mail that comes in without TLS, in Norwegian. */
    public String inboundNorwegian() {
        return this.norwegian;
    }

    /** How it rejects mail that comes in without TLS, in English. */
    public String inboundEnglish() {
        return this.english;
    }

    /**
     * The mail server with this name in addresses and forms.
     * @param id for example {@code exchange-online}
     * @return the mail server, or nothing where none is called so
     */
    public static Optional<MailServer> withId(String id) {
        return Stream.of(values()).filter((server) -> server.id().equals(id)).findFirst();
    }

}
