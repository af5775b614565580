package no.bits.tls.report;

import java.util.Optional;
import java.util.stream.Stream;

/** How cases end: the end events of the diagrams, and being cancelled. */
enum Ending {

    /** Its domains are on the list. */
    LISTED(Kind.ENROLMENT, "endEvent_domainsListed", "På listen", "Listed"),

    /** It was declined. */
    DECLINED(Kind.ENROLMENT, "endEvent_enrolmentDeclined", "Avslått", "Declined"),

    /** The applicant did not answer. */
    LAPSED(Kind.ENROLMENT, "endEvent_enrolmentLapsed", "Bortfalt", "Lapsed"),

    /** Inbound enforcement is on. */
    ENFORCED(Kind.MILESTONE, "endEvent_inboundEnforced", "Ja", "Yes"),

    /** The participant cannot. */
    NOT_ABLE(Kind.MILESTONE, "endEvent_inboundNotPossible", "Kan ikke", "Not able"),

    /** Nobody answered. */
    UNANSWERED(Kind.MILESTONE, "endEvent_milestoneUnanswered", "Uten svar", "Unanswered"),

    /** A version was confirmed. */
    CONFIRMED(Kind.REVIEW, "endEvent_listConfirmed", "Bekreftet", "Confirmed"),

    /** None was. */
    MISSED(Kind.REVIEW, "endEvent_reviewMissed", "Ikke bekreftet", "Missed"),

    /** The servers are in order, or the domain has left. */
    MENDED(Kind.DRIFT, "endEvent_driftMended", "Rettet", "Mended"),

    /** Staff let it be. */
    LET_BE(Kind.DRIFT, "endEvent_driftLetBe", "Latt ligge", "Let be"),

    /** It is one with another case. */
    JOINED(Kind.ERROR_REPORT, "endEvent_errorReportJoined", "Slått sammen", "Joined"),

    /** The reporter has the answer. */
    ANSWERED(Kind.ERROR_REPORT, "endEvent_errorReportAnswered", "Besvart", "Answered"),

    /** The participant was told, to the end. */
    PURSUED(Kind.ERROR_REPORT, "endEvent_errorReportPursued", "Fulgt til slutt", "Pursued to its end"),

    /** The sender has the answer. */
    ENQUIRY_ANSWERED(Kind.ENQUIRY, "endEvent_enquiryAnswered", "Besvart", "Answered"),

    /** It needed none. */
    ENQUIRY_CLOSED(Kind.ENQUIRY, "endEvent_enquiryClosed", "Lukket uten svar", "Closed without answer"),

    /** Another case has the mail. */
    HANDED_ON(Kind.TRIAGE, "endEvent_mailHandedOn", "Gitt videre", "Handed on"),

    /** Nothing is to be done about the mail. */
    DISMISSED(Kind.TRIAGE, "endEvent_mailDismissed", "Lagt bort", "Dismissed"),

    /** It is sent once more. */
    SENT_AGAIN(Kind.UNDELIVERED, "endEvent_mailQueuedAgain", "Sendt på nytt", "Sent again"),

    /** Staff found another way. */
    SETTLED(Kind.UNDELIVERED, "endEvent_settledOtherwise", "Løst på annen måte", "Settled otherwise"),

    /** There is a new contact. */
    CONTACT_CHANGED(Kind.LOST_CONTACT, "endEvent_contactChanged", "Ny kontakt", "New contact"),

    /** Staff found another way. */
    CONTACT_SETTLED(Kind.LOST_CONTACT, "endEvent_contactSettledOtherwise", "Løst på annen måte", "Settled otherwise"),

    /** All reviews are open. */
    REVIEWS_OPENED(Kind.CAMPAIGN, "endEvent_reviewsOpened", "Åpnet", "Opened");

    /** What the view says of cases that somebody ended from outside. */
    static final String CANCELLED = "CANCELLED";

    private static final Words CANCELLED_WORDS = new Words("Avbrutt", "Cancelled");

    private final Kind kind;

    private final String event;

    private final Words words;

    Ending(Kind kind, String event, String norwegian, String english) {
        this.kind = kind;
        this.event = event;
        this.words = new Words(norwegian, english);
    }

    Kind kind() {
        return this.kind;
    }

    /** Its id in the diagram. */
    String event() {
        return this.event;
    }

    Words words() {
        return this.words;
    }

    /**
     * What an end is called.
     * @param event its id in the diagram, or that it was cancelled
     * @return its words; nothing where it is not known
     */
    static Optional<Words> words(String event) {
        return event.equals(CANCELLED) ? Optional.of(CANCELLED_WORDS)
                : Stream.of(values()).filter((end) -> end.event.equals(event)).findFirst().map(Ending::words);
    }

}
