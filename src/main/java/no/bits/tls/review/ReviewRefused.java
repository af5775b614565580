package no.bits.tls.review;

import no.bits.tls.workflow.CaseRefused;

/**
 * Something cannot be done with a review as it stands; the message says what to do, in
 * Norwegian, for staff.
 */
final class ReviewRefused extends CaseRefused {

    private ReviewRefused(String message) {
        super(message);
    }

    static ReviewRefused notOpen(QuarterlyReview review) {
        return new ReviewRefused("Gjennomgangen i sak %s er allerede bekreftet.".formatted(review.caseNumber()));
    }

    static ReviewRefused withoutWords() {
        return new ReviewRefused("Skriv hvem du har snakket med eller hva som står i svaret. Det følger saken.");
    }

    static ReviewRefused withoutMeans() {
        return new ReviewRefused("Velg om du fikk bekreftelsen på telefon eller på e-post.");
    }

    static ReviewRefused withoutVersion(long newest) {
        return new ReviewRefused(
                "Skriv hvilken versjon av listen deltakeren har lagt inn: et tall fra 1 til %d.".formatted(newest));
    }

    static ReviewRefused withoutDate() {
        return new ReviewRefused("Velg en dato fra og med i morgen. Da spør vi på nytt.");
    }

}
