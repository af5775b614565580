package no.bits.tls.document;

/** A file cannot be shown; the message says why and what to do, for staff. */
public final class NoPreview extends RuntimeException {

    private final String english;

    private NoPreview(String norwegian, String english) {
        super(norwegian);
        this.english = english;
    }

    static NoPreview ofThisType() {
        return new NoPreview("Denne typen fil kan ikke vises her. Lagre den for å åpne den.",
                "This type of file cannot be shown here. Save it to open it.");
    }

    static NoPreview encrypted() {
        return new NoPreview("Filen er beskyttet med passord og kan ikke vises.",
                "The file is protected by a password and cannot be shown.");
    }

    static NoPreview damaged() {
        return new NoPreview("Filen er skadet og kan ikke vises.", "The file is damaged and cannot be shown.");
    }

    static NoPreview tooLarge() {
        return new NoPreview("Filen inneholder mer enn det som er trygt å vise her.",
                "The file holds more than is safe to show here.");
    }

    static NoPreview tooSlow() {
        return new NoPreview("Det tar for lang tid å tegne siden. Prøv igjen, eller lagre filen for å åpne den.",
                "It takes too long to draw the page. Try again, or save the file to open it.");
    }

    static NoPreview ofPage(int page, int pages) {
        return new NoPreview("Filen har ingen side %d, bare %d.".formatted(page, pages),
                "The file has no page %d, only %d.".formatted(page, pages));
    }

    /** Why and what to do, in Norwegian. */
    public String norwegian() {
        return String.valueOf(getMessage());
    }

    /** The same in English. */
    public String english() {
        return this.english;
    }

}
