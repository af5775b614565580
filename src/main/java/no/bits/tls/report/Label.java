package no.bits.tls.report;

/**
 * What a line of a panel is about.
 *
 * @param key the same in every language, for files
 * @param text for people
 * @param total whether it sums the other lines up
 * @param what what its figures are told from
 */
record Label<K>(String key, String text, boolean total, K what) {

    static <K> Label<K> of(String text, K what) {
        return new Label<>(text, text, false, what);
    }

    static <K> Label<K> total(K what) {
        String text = new Words("I alt", "In all").say();
        return new Label<>(text, text, true, what);
    }

}
