package no.bits.tls.tls;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import no.bits.tls.calendar.Language;
import org.jspecify.annotations.Nullable;

import static no.bits.tls.tls.Outcome.FAIL;
import static no.bits.tls.tls.Outcome.NOTE;
import static no.bits.tls.tls.Outcome.PASS;
import static no.bits.tls.tls.Outcome.RETRY;
import static no.bits.tls.tls.Outcome.UNKNOWN;
import static no.bits.tls.tls.Requirement.MAIL_SERVERS;
import static no.bits.tls.tls.Requirement.SERVER_NAME;
import static no.bits.tls.tls.Requirement.STARTTLS;
import static no.bits.tls.tls.Requirement.TLS_VERSION;
import static no.bits.tls.tls.Requirement.TRUSTED_CERTIFICATE;

/**
 * The rows of the verdict table: what can be seen at a mail server, the requirement that
 * it concerns, what it means, and what a mail to the administrator says of it.
 */
public enum Finding {

    /** The server answered inside TLS. */
    REACHED(MAIL_SERVERS, PASS, "Serveren svarer og bruker TLS.", "The server answers and uses TLS."),
    /** STARTTLS was offered and worked. */
    STARTTLS_WORKS(STARTTLS, PASS, "STARTTLS tilbys og virker.", "STARTTLS is offered and works."),
    /** The chain is good. */
    CHAIN_TRUSTED(TRUSTED_CERTIFICATE, PASS, "Sertifikatet er gyldig til %s og utstedt under en kjent rot.",
            "The certificate is valid until %s and issued under a known root."),
    /** The version is new enough. */
    VERSION_GOOD(TLS_VERSION, PASS, "Serveren bruker %s.", "The server uses %s."),
    /** The name is in the certificate. */
    NAME_MATCHES(SERVER_NAME, PASS, "Sertifikatet gjelder for %s.", "The certificate is good for %s."),

    /** No STARTTLS in the answer to EHLO. */
    STARTTLS_MISSING(STARTTLS, FAIL,
            "Serveren tilbyr ikke STARTTLS. Slå på STARTTLS for innkommende e-post på alle MX-servere.",
            "The server does not offer STARTTLS. Turn STARTTLS on for incoming mail on every MX server."),
    /** A lasting refusal of STARTTLS. */
    STARTTLS_REFUSED(STARTTLS, FAIL,
            "Serveren tilbyr STARTTLS, men avviser kommandoen: «%s». Se etter feil i sertifikat, nøkkel og logg.",
            "The server offers STARTTLS but refuses the command: “%s”. Look at certificate, key and log."),
    /** The server broke off the handshake with an alert. */
    HANDSHAKE_REFUSED(STARTTLS, FAIL,
            "Serveren avbryter TLS-forhandlingen: %s. Se etter feil i sertifikat, nøkkel, algoritmer og logg.",
            "The server breaks the TLS handshake off: %s. Look at certificate, key, cipher suites and log."),
    /** Data in clear behind the answer to STARTTLS. */
    BYTES_AFTER_STARTTLS(STARTTLS, NOTE,
            "Serveren sendte mer i klartekst etter svaret på STARTTLS. Oppdater programvaren: slikt kan misbrukes til"
                    + " å smugle inn kommandoer (CVE-2011-0411).",
            "The server sent more in clear after its answer to STARTTLS. Update the software: this can be abused to"
                    + " smuggle commands in (CVE-2011-0411)."),

    /** Nothing newer than TLS 1.1. */
    VERSION_TOO_OLD(TLS_VERSION, FAIL, "Serveren kan ikke nyere TLS enn %s. Slå på TLS 1.2 og TLS 1.3.",
            "The server speaks nothing newer than %s. Turn TLS 1.2 and TLS 1.3 on."),
    /** Neither TLS 1.2 nor 1.3, and no word of what else. */
    VERSION_NOT_COMMON(TLS_VERSION, FAIL, "Serveren godtar verken TLS 1.2 eller TLS 1.3. Slå på begge.",
            "The server accepts neither TLS 1.2 nor TLS 1.3. Turn both on."),
    /** TLS 1.3 and nothing else. */
    VERSION_TOO_NEW(TLS_VERSION, NOTE,
            "Serveren godtar bare TLS 1.3. Slå gjerne på TLS 1.2 også, så avsendere med eldre programvare når dere.",
            "The server accepts TLS 1.3 only. Consider turning TLS 1.2 on too, for senders with older software."),

    /** Issued by itself. */
    SELF_SIGNED(TRUSTED_CERTIFICATE, FAIL,
            "Sertifikatet er selvsignert. Bytt det mot ett fra en utsteder som alle stoler på.",
            "The certificate is self-signed. Replace it by one of an issuer whom all trust."),
    /** Past its time. */
    EXPIRED(TRUSTED_CERTIFICATE, FAIL, "Sertifikatet «%s» gikk ut %s. Forny det.",
            "The certificate “%s” expired on %s. Renew it."),
    /** Before its time. */
    NOT_YET_VALID(TRUSTED_CERTIFICATE, FAIL, "Sertifikatet «%s» gjelder først fra %s. Ta i bruk ett som gjelder nå.",
            "The certificate “%s” is valid only from %s. Use one that is valid now."),
    /** The chain has a gap. */
    ISSUER_MISSING(TRUSTED_CERTIFICATE, FAIL,
            "Utstederen «%s» er verken sendt med eller kjent. Send med mellomsertifikatene, eller bruk en utsteder"
                    + " som alle stoler på.",
            "The issuer “%s” is neither sent along nor known. Send the intermediate certificates along, or use an"
                    + " issuer whom all trust."),
    /** A root of one's own. */
    ROOT_UNKNOWN(TRUSTED_CERTIFICATE, FAIL,
            "Sertifikatet er utstedt under roten «%s», som andre ikke kjenner. Bytt det mot ett fra en utsteder som"
                    + " alle stoler på.",
            "The certificate is issued under the root “%s”, which others do not know. Replace it by one of an issuer"
                    + " whom all trust."),
    /** Signed with SHA-1 or worse. */
    SIGNATURE_WEAK(TRUSTED_CERTIFICATE, FAIL,
            "Sertifikatet er signert med %s, som er brutt. Bytt det mot ett signert med SHA-256 eller bedre.",
            "The certificate is signed with %s, which is broken. Replace it by one signed with SHA-256 or better."),
    /** Anything else that is wrong with the chain. */
    CHAIN_REFUSED(TRUSTED_CERTIFICATE, FAIL, "Sertifikatet kan ikke godtas: %s. Bytt det.",
            "The certificate cannot be accepted: %s. Replace it."),
    /** An RSA key under 2048 bits. */
    KEY_SHORT(TRUSTED_CERTIFICATE, NOTE, "Nøkkelen i sertifikatet (%s) er kort. Bruk RSA 2048 eller bedre neste gang.",
            "The certificate's key (%s) is short. Use RSA 2048 or better next time."),
    /** Soon past its time. */
    EXPIRES_SOON(TRUSTED_CERTIFICATE, NOTE, "Sertifikatet går ut %s. Forny det før den dagen.",
            "The certificate expires on %s. Renew it before that day."),

    /** Another name. */
    NAME_DIFFERS(SERVER_NAME, FAIL,
            "Sertifikatet gjelder ikke for %s, men for %s. Skaff ett med serverens navn, eller rett MX-posten.",
            "The certificate is not good for %s but for %s. Get one with the server's name, or mend the MX record."),
    /** The name only where old software looks. */
    NAME_IN_CN_ONLY(SERVER_NAME, NOTE,
            "Navnet %s står bare i sertifikatets CN. Ta det med blant de alternative navnene (SAN) neste gang.",
            "The name %s stands only in the certificate's CN. Have it among the alternative names (SAN) next time."),

    /** One of several cannot be reached, the others can. */
    ONE_UNREACHABLE(MAIL_SERVERS, NOTE,
            "Serveren kunne ikke nås (%s), men andre av domenets servere svarer. Er den i bruk, så få den i gang.",
            "The server could not be reached (%s), but others of the domain answer. If it is in use, mend it."),
    /** None can be reached. */
    ALL_UNREACHABLE(MAIL_SERVERS, FAIL,
            "Ingen av domenets e-postservere kunne nås. Se etter at de er i gang og at port 25 er åpen.",
            "None of the domain's mail servers could be reached. See that they run and that port 25 is open."),
    /** Nowhere to send mail to. */
    NO_MAIL_SERVER(MAIL_SERVERS, FAIL,
            "Domenet %s har verken MX-post eller adresse. Legg inn en MX-post, eller ta domenet ut av listen.",
            "The domain %s has neither an MX record nor an address. Add an MX record, or have it taken off the list."),
    /** The domain says that it takes no mail (RFC 7505). */
    NULL_MX(MAIL_SERVERS, FAIL,
            "Domenet %s sier i DNS at det ikke tar imot e-post (null MX). Rett det, eller ta domenet ut av listen.",
            "The domain %s says in DNS that it takes no mail (null MX). Mend that, or have it taken off the list."),

    /** A temporary answer. */
    TRY_LATER(null, RETRY, "Serveren ba oss komme igjen senere: «%s». Vi prøver igjen.",
            "The server asked us to come back later: “%s”. We shall try again."),
    /** The connection went away. */
    CONNECTION_LOST(null, RETRY, "Serveren brøt forbindelsen (%s). Vi prøver igjen.",
            "The server closed the connection (%s). We shall try again."),
    /** Silence after the banner. */
    ANSWER_LATE(null, RETRY, "Serveren sluttet å svare (%s). Vi prøver igjen.",
            "The server stopped answering (%s). We shall try again."),

    /** No connection, and nothing yet to compare with. */
    UNREACHABLE(null, UNKNOWN, "Serveren kunne ikke nås (%s).", "The server could not be reached (%s)."),
    /** Silence before the banner. */
    BANNER_LATE(null, UNKNOWN, "Serveren tok imot forbindelsen, men sa ikke noe innen %s sekunder.",
            "The server took the connection but said nothing within %s seconds."),
    /** A lasting refusal of us. */
    REFUSED_US(null, UNKNOWN, "Serveren avviste oss, kanskje fordi den sperrer for oss: «%s».",
            "The server refused us, perhaps because it blocks us: “%s”."),
    /** The deadline passed. */
    TOO_SLOW(null, UNKNOWN, "Serveren brukte mer enn %s sekunder.", "The server took more than %s seconds."),
    /** What no SMTP server says. */
    NOT_SMTP(null, UNKNOWN, "Svaret var ikke slik en e-postserver svarer: «%s».",
            "The answer was not what a mail server says: “%s”."),
    /** DNS gave no answer. */
    DNS_FAILED(null, UNKNOWN, "DNS svarte ikke på spørsmålet om %s (%s).", "DNS did not answer for %s (%s)."),
    /** An address that is nobody's on the Internet. */
    INNER_ADDRESS(null, UNKNOWN, "Adressen %s er ikke en adresse på Internett, så den prøves ikke. Rett DNS.",
            "The address %s is not one of the Internet, so it is not tried. Mend the DNS."),
    /** This machine is not able to ask. */
    SELF_TEST_FAILED(null, UNKNOWN, "Vår egen maskin når for tiden ingen e-postserver over %s.",
            "Our own machine reaches no mail server over %s at present."),
    /** Too many want to ask the same server. */
    NO_TURN(null, UNKNOWN, "Serveren ble ikke spurt, fordi for mange spørsmål til den sto i kø.",
            "The server was not asked because too many questions to it were waiting."),
    /** What came before it stopped the test. */
    NOT_TESTED(null, UNKNOWN, "Dette kunne ikke prøves, på grunn av det som er sagt ellers om serveren.",
            "This could not be tested, because of what is said of the server otherwise.");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final @Nullable Requirement requirement;

    private final Outcome outcome;

    private final String norwegian;

    private final String english;

    Finding(@Nullable Requirement requirement, Outcome outcome, String norwegian, String english) {
        this.requirement = requirement;
        this.outcome = outcome;
        this.norwegian = norwegian;
        this.english = english;
    }

    /** The requirement that it concerns; none where it stops the test as a whole. */
    public Optional<Requirement> requirement() {
        return Optional.ofNullable(this.requirement);
    }

    /** What it means. */
    public Outcome outcome() {
        return this.outcome;
    }

    String sentence(Language language, List<String> details) {
        String template = (language == Language.NORWEGIAN) ? this.norwegian : this.english;
        return template.formatted(details.stream().map((detail) -> inWords(language, detail)).toArray());
    }

    private static String inWords(Language language, String detail) {
        return DATE.matcher(detail).matches() ? language.date(LocalDate.parse(detail)) : detail;
    }

}
