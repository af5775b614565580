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

    static String tooSlow(long seconds) {
        return "E-posten tok mer enn %d sekunder å lese.".formatted(seconds);
    }

}
