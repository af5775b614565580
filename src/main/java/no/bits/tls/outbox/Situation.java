package no.bits.tls.outbox;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import no.bits.tls.calendar.OsloTime;
import org.jspecify.annotations.Nullable;

/** What staff read of where a mail of ours is, in Norwegian. */
final class Situation {

    private static final DateTimeFormatter TIME = DateTimeFormatter
        .ofPattern("d. MMMM 'kl.' HH.mm", Locale.forLanguageTag("nb-NO"))
        .withZone(OsloTime.ZONE);

    private Situation() {
    }

    static String of(OutgoingMail mail) {
        String words = switch (mail.state()) {
            case NEW -> "i kø";
            case HELD -> "venter%s, fordi adressen har fått så mange automatiske e-poster som den kan få på ett døgn"
                .formatted(time(" til", mail.nextAttemptAt()));
            case CLAIMED, IN_DATA -> "sendes nå";
            case SENT -> "levert til mottakerens tjener";
            case RETRY -> "ikke tatt imot ennå, prøves igjen" + time("", mail.nextAttemptAt());
            case FAILED -> "avvist";
            case UNCERTAIN -> "usikkert om den kom frem";
        };
        return mail.repeated() ? words + " (sendt to ganger)" : words;
    }

    private static String time(String preposition, @Nullable Instant at) {
        return (at != null) ? "%s %s".formatted(preposition, TIME.format(at)) : "";
    }

}
