package no.bits.tls.report;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of cases, in the order of reports. */
enum Kind {

    /** Asks to join. */
    ENROLMENT("enrolment", "Enrolment"),

    /** Inbound enforcement, three months on. */
    MILESTONE("milestone", "Milestone"),

    /** Who has the list, every quarter. */
    REVIEW("quarterlyReview", "Quarterly review"),

    /** Mail servers that no longer do what they should. */
    DRIFT("drift", "Drift"),

    /** Mail to a participant fails. */
    ERROR_REPORT("errorReport", "Error report"),

    /** A question. */
    ENQUIRY("enquiry", "Enquiry"),

    /** Mail that no other case claims. */
    TRIAGE("mailTriage", "Mail triage"),

    /** Our mail that did not arrive. */
    UNDELIVERED("undeliveredMail", "Undelivered e-mail"),

    /** A contact's address that is none. */
    LOST_CONTACT("lostContact", "Lost contact"),

    /** Opens a quarter's reviews. */
    CAMPAIGN("reviewCampaign", "Review campaign");

    private final String key;

    private final String title;

    Kind(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** The engine's key of the process. */
    String key() {
        return this.key;
    }

    /** The engine's name of the process. */
    String title() {
        return this.title;
    }

    static Optional<Kind> of(String key) {
        return Stream.of(values()).filter((kind) -> kind.key.equals(key)).findFirst();
    }

}
