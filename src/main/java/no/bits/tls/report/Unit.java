package no.bits.tls.report;

/** What a figure is. */
enum Unit {

    /** A number of something. */
    COUNT("", ""),

    /** Days and nights. */
    DAYS(" (døgn)", " (days)"),

    /** Of a hundred. */
    PERCENT(" (%)", " (%)");

    private final Words suffix;

    Unit(String norwegian, String english) {
        this.suffix = new Words(norwegian, english);
    }

    /** What a heading adds where the figures themselves are bare, as in a file. */
    String suffix() {
        return this.suffix.say();
    }

}
