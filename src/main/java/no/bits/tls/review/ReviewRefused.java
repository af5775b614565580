package no.bits.tls.review;

import no.bits.tls.workflow.CaseRefused;

/**
 * Something cannot be done with a review as it stands; the message says what to do, for
 * staff.
 */
final class ReviewRefused extends CaseRefused {

    private ReviewRefused(String norwegian, String english) {
        super(norwegian, english);
    }

    static ReviewRefused notOpen(QuarterlyReview review) {
        return new ReviewRefused("Gjennomgangen i sak %s er allerede bekreftet.".formatted(review.caseNumber()),
                "The review in case %s has already been confirmed.".formatted(review.caseNumber()));
    }

    static ReviewRefused withoutWords() {
        return new ReviewRefused("Skriv hvem du har snakket med eller hva som står i svaret. Det følger saken.",
                "Write whom you have spoken to or what the answer says. It stays with the case.");
    }

    static ReviewRefused withoutMeans() {
        return new ReviewRefused("Velg om du fikk bekreftelsen på telefon eller på e-post.",
                "Choose whether you got the confirmation by telephone or by e-mail.");
    }

    static ReviewRefused withoutVersion(long newest) {
        return new ReviewRefused(
                "Skriv hvilken versjon av listen deltakeren har lagt inn: et tall fra 1 til %d.".formatted(newest),
                "Write which version of the list the participant has put in place: a number from 1 to %d."
                    .formatted(newest));
    }

    static ReviewRefused withoutDate() {
        return new ReviewRefused("Velg en dato fra og med i morgen. Da spør vi på nytt.",
                "Choose a date, tomorrow or later. We shall ask again then.");
    }

}
