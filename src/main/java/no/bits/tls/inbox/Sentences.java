package no.bits.tls.inbox;

import java.util.Locale;

import no.bits.tls.inbox.AnsweredCase.Evidence;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/** Why a mail waits for a person, in the words that the person reads. */
final class Sentences {

    static final String UNCLAIMED = "Ingen sakstype kjente igjen e-posten.";

    static final String SPAM = "E-posttjeneren merket e-posten som søppelpost, og ingenting i den angår ordningen.";

    static final String SUSPECT = "E-posttjeneren merket e-posten som søppelpost, men den kan angå ordningen likevel.";

    static final String OWN_MAIL = "E-posten kommer fra vår egen adresse eller er sendt av dette systemet.";

    static final String UNREADABLE = "E-posten er så ødelagt at den ikke kan leses.";

    static final String DAMAGED = "Den er ødelagt, eller av et slag vi ikke kjenner.";

    static final String PASSWORD = "Den er beskyttet med passord. Be avsenderen sende innholdet uten passord.";

    static final String ENCRYPTED = "Den er kryptert (S/MIME), og vi har ikke nøkkelen. Be avsenderen sende innholdet ukryptert.";

    static final String ZIP_IN_ZIP = "ZIP-filer inni ZIP-filer pakkes ikke ut.";

    private Sentences() {
    }

    /** Why no case has a mail. */
    static String unclaimed(IncomingMail mail) {
        return mail.answers()
            .map((answer) -> answer.evidence() == Evidence.SUBJECT
                    ? "%s, men ingenting annet viser at e-posten hører til der.".formatted(answer.sentence())
                    : "%s, men saken er avsluttet eller venter ikke på svar.".formatted(answer.sentence()))
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

    static String headerTooLarge(DataSize limit) {
        return "E-posthodet er større enn %d kB.".formatted(limit.toKilobytes());
    }

    static String tooManyParts(int limit) {
        return "E-posten har flere enn %d deler.".formatted(limit);
    }

    static String tooDeep(int limit) {
        return "E-posten har deler inni hverandre i mer enn %d nivåer.".formatted(limit);
    }

    static String notOpened(String why) {
        return "Filen er ikke åpnet. " + why;
    }

    static String tooDeepInside(int limit) {
        return "Den ligger inni %d andre filer eller e-poster.".formatted(limit);
    }

    static String tooManyFiles(int limit) {
        return "Det er mer enn %d filer i den.".formatted(limit);
    }

    static String tooMuchInside(DataSize limit) {
        return "Innholdet i vedleggene er større enn %d MB utpakket.".formatted(limit.toMegabytes());
    }

    static String tooDense(int ratio) {
        return "Innholdet er mer enn %d ganger så stort som filen selv.".formatted(ratio);
    }

    static String tooSlow(long seconds) {
        return "E-posten tok mer enn %d sekunder å lese.".formatted(seconds);
    }

}
