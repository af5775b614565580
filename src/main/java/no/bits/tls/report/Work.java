package no.bits.tls.report;

import java.util.Map;
import java.util.Optional;

/** What work there is when a step's time comes. */
enum Work {

    /** None that anybody notices. */
    NONE("", ""),

    /** A milestone is announced or asked about. */
    MILESTONE("Milepæler", "Milestones"),

    /** Somebody is reminded. */
    REMINDER("Påminnelser", "Reminders"),

    /** Staff follow up. */
    FOLLOW_UP("Oppfølging", "Follow-ups"),

    /** A person's task is due. */
    TASK("Oppgaver med frist", "Tasks due");

    /** What comes over cases while they stand elsewhere. */
    private static final Map<String, Work> BOUNDARIES = Map.of("boundaryEvent_reminderDue", REMINDER,
            "boundaryEvent_lapseDue", NONE, "boundaryEvent_domainCheckDue", NONE, "boundaryEvent_quarterOver", NONE,
            "boundaryEvent_quarterOverLate", NONE, "boundaryEvent_mendingOverdue", FOLLOW_UP,
            "boundaryEvent_detailsOverdue", FOLLOW_UP);

    private final Words words;

    Work(String norwegian, String english) {
        this.words = new Words(norwegian, english);
    }

    /**
     * The work of what is planned.
     * @param kind the kind of case
     * @param activity the step or the boundary event
     * @return what it means; nothing where that is not known
     */
    static Optional<Work> of(String kind, String activity) {
        return Step.of(kind, activity).map(Step::work).or(() -> Optional.ofNullable(BOUNDARIES.get(activity)));
    }

    Words words() {
        return this.words;
    }

}
