package no.bits.tls.review;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import no.bits.tls.changepack.ChangePack;
import no.bits.tls.changepack.ChangePacks;
import no.bits.tls.domainlist.PublicLinks;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.outbox.Letter;
import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.LinkToken;
import no.bits.tls.outbox.Outbox;
import no.bits.tls.participant.Participant;

import org.springframework.stereotype.Component;

/**
 * The letters of a review, to the participant's administrator, the last reminder also to
 * its technical contact; their texts are in {@code mails/}.
 */
@Component
class ReviewLetters {

    static final String PURPOSE = "review";

    private final Outbox outbox;

    private final ChangePacks packs;

    private final PublicLinks links;

    private final LinkToken tokens;

    private final ReviewSettings settings;

    private final Clock clock;

    ReviewLetters(Outbox outbox, ChangePacks packs, PublicLinks links, LinkToken tokens, ReviewSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.packs = packs;
        this.links = links;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    void changePack(QuarterlyReview review, Participant participant) {
        ChangePack pack = this.packs.of(participant);
        send("review-change-pack", Importance.OWED, review, participant, participant.administratorEmail(), "",
                this.packs.words(participant, pack));
    }

    void firstReminder(QuarterlyReview review, Participant participant) {
        remind(review, participant, participant.administratorEmail(), 1);
    }

    void secondReminder(QuarterlyReview review, Participant participant) {
        remind(review, participant, participant.administratorEmail(), 2);
        if (!participant.technicalEmail().sameAs(participant.administratorEmail())) {
            remind(review, participant, participant.technicalEmail(), 2);
        }
    }

    void askingAgain(QuarterlyReview review, Participant participant) {
        send("review-again", Importance.OWED, review, participant, participant.administratorEmail(),
                String.valueOf(review.round()), Map.of("askedOn", review.askedOn(), "words", review.words()));
    }

    private void remind(QuarterlyReview review, Participant participant, EmailAddress recipient, int number) {
        send("review-reminder", Importance.REMINDER, review, participant, recipient, review.round() + "-" + number,
                Map.of("askedOn", review.askedOn(), "again", review.round() > 1 && number == 1, "last", number > 1));
    }

    private void send(String purpose, Importance importance, QuarterlyReview review, Participant participant,
            EmailAddress recipient, String period, Map<String, Object> words) {
        Map<String, Object> all = new HashMap<>(words);
        all.put("organisation", participant.organisation());
        all.put("quarter", review.quarter());
        all.put("confirmUrl", confirmUrl(review));
        this.outbox.send(new Letter(purpose, review.number(), recipient, period, importance, List.of(), all));
    }

    private String confirmUrl(QuarterlyReview review) {
        String token = this.tokens.of(PURPOSE, Optional.ofNullable(review.id()).orElseThrow(),
                this.clock.instant().plus(this.settings.linksValidFor()));
        return this.links.at("/tls/review/" + token).toString();
    }

}
