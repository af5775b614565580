package no.bits.tls.login;

import java.util.Map;

/**
 * A look at something with personal data.
 *
 * @param page on which page or by which address below {@code /desk}
 * @param kind what was looked at: {@code case}, {@code participant}, {@code list}, or the
 * path of things with ids of their own, for example {@code mails}
 * @param thing its case number or id; of a list, where it is
 */
record Look(String page, String kind, String thing) {

    /** The kind of what has a case number. */
    static final String CASE = "case";

    /** The kind of what shows many. */
    static final String LIST = "list";

    private static final int LONGEST = 100;

    /**
     * The look that an address is.
     * @param pattern the address with names in place of ids, from {@code /desk/}
     * @param names what stands in their places
     */
    static Look of(String pattern, Map<String, String> names) {
        String page = pattern.substring("/desk/".length());
        if (names.containsKey("caseNumber")) {
            return new Look(page, CASE, shortened(names.get("caseNumber")));
        }
        if (names.containsKey("participantId")) {
            return new Look(page, "participant", shortened(names.get("participantId")));
        }
        return names.containsKey("id") ? new Look(page, page.split("/")[0], shortened(names.get("id")))
                : new Look(page, LIST, page);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

}
