package no.bits.tls.inbox;

import java.util.Locale;

import no.bits.tls.inbox.AnsweredCase.Evidence;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Why a mail waits for a person, or one of its files stays closed, in the words that the
 * person reads. What is kept with the mail is kept in Norwegian.
 */
final class Sentences {

    static final String UNCLAIMED = "Ingen sakstype kjente igjen e-posten.";

    static final String SPAM = "E-posttjeneren merket e-posten som søppelpost, og ingenting i den angår ordningen.";

    static final String SUSPECT = "E-posttjeneren merket e-posten som søppelpost, men den kan angå ordningen likevel.";

    static final String OWN_MAIL = "E-posten kommer fra vår egen adresse eller er sendt av dette systemet.";

    static final String UNREADABLE = "E-posten er så ødelagt at den ikke kan leses.";

    static final Sentence DAMAGED = new Sentence("Den er ødelagt, eller av et slag vi ikke kjenner.",
            "It is damaged, or of a kind that we do not know.");

    static final Sentence PASSWORD = new Sentence(
            "Den er beskyttet med passord. Be avsenderen sende innholdet uten passord.",
            "It is protected by a password. Ask the sender to send the contents without one.");

    static final Sentence ENCRYPTED = new Sentence(
            "Den er kryptert (S/MIME), og vi har ikke nøkkelen. Be avsenderen sende innholdet ukryptert.",
            "It is encrypted (S/MIME), and we do not have the key. Ask the sender to send the contents unencrypted.");

    static final Sentence ZIP_IN_ZIP = new Sentence("ZIP-filer inni ZIP-filer pakkes ikke ut.",
            "ZIP files inside ZIP files are not unpacked.");

    private Sentences() {
    }

    /** Why no case has a mail. */
    static String unclaimed(IncomingMail mail) {
        return mail.answers()
            .map((answer) -> answer.evidence() == Evidence.SUBJECT
                    ? "%s, men ingenting annet viser at e-posten hører til der.".formatted(answer.norwegian())
                    : "%s, men saken er avsluttet eller venter ikke på svar.".formatted(answer.norwegian()))
            .orElse(UNCLAIMED);
    }

    static String interrupted(@Nullable String lastFailure) {
        return (lastFailure != null) ? lastFailure
                : "Behandlingen av e-posten ble avbrutt hver gang vi prøvde, uten at noen feil ble meldt.";
    }

    static String failed(int attempts, Throwable cause) {
        String message = (cause.getMessage() != null) ? ": " + cause.getMessage() : "";
        return "E-posten kunne ikke behandles (forsøk %d), siste feil: %s".formatted(attempts,
                CleanText.line(cause.getClass().getSimpleName() + message, 300));
    }

    static String tooLarge(long size, DataSize limit) {
        return String.format(Locale.forLanguageTag("nb"),
                "E-posten er på %.1f MB, og grensen er %d MB; bare e-posthodet er hentet.", size / 1048576.0,
                limit.toMegabytes());
    }

    static Sentence headerTooLarge(DataSize limit) {
        return Sentence.of("E-posthodet er større enn %d kB.", "The header of the e-mail is larger than %d kB.",
                limit.toKilobytes());
    }

    static Sentence tooManyParts(int limit) {
        return Sentence.of("E-posten har flere enn %d deler.", "The e-mail has more than %d parts.", limit);
    }

    static Sentence tooDeep(int limit) {
        return Sentence.of("E-posten har deler inni hverandre i mer enn %d nivåer.",
                "The e-mail has parts inside each other on more than %d levels.", limit);
    }

    static Sentence notOpened(Sentence why) {
        return new Sentence("Filen er ikke åpnet. " + why.norwegian(),
                "The file has not been opened. " + why.english());
    }

    static Sentence tooDeepInside(int limit) {
        return Sentence.of("Den ligger inni %d andre filer eller e-poster.",
                "It lies inside %d other files or e-mails.", limit);
    }

    static Sentence tooManyFiles(int limit) {
        return Sentence.of("Det er mer enn %d filer i den.", "There are more than %d files in it.", limit);
    }

    static Sentence tooMuchInside(DataSize limit) {
        return Sentence.of("Innholdet i vedleggene er større enn %d MB utpakket.",
                "The contents of the attachments are larger than %d MB unpacked.", limit.toMegabytes());
    }

    static Sentence tooDense(int ratio) {
        return Sentence.of("Innholdet er mer enn %d ganger så stort som filen selv.",
                "The contents are more than %d times as large as the file itself.", ratio);
    }

    static Sentence tooSlow(long seconds) {
        return Sentence.of("E-posten tok mer enn %d sekunder å lese.", "The e-mail took more than %d seconds to read.",
                seconds);
    }

}
