package no.bits.tls.document;

/**
 * A file cannot be shown; the message says why and what to do, in Norwegian, for staff.
 */
public final class NoPreview extends RuntimeException {

    private NoPreview(String message) {
        super(message);
    }

    static NoPreview ofThisType() {
        return new NoPreview("Denne typen fil kan ikke vises her. Lagre den for å åpne den.");
    }

    static NoPreview encrypted() {
        return new NoPreview("Filen er beskyttet med passord og kan ikke vises.");
    }

    static NoPreview damaged() {
        return new NoPreview("Filen er skadet og kan ikke vises.");
    }

    static NoPreview tooLarge() {
        return new NoPreview("Filen inneholder mer enn det som er trygt å vise her.");
    }

    static NoPreview tooSlow() {
        return new NoPreview("Det tar for lang tid å tegne siden. Prøv igjen, eller lagre filen for å åpne den.");
    }

    static NoPreview ofPage(int page, int pages) {
        return new NoPreview("Filen har ingen side %d, bare %d.".formatted(page, pages));
    }

}
