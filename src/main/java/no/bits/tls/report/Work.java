package no.bits.tls.report;

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

    private final Words words;

    Work(String norwegian, String english) {
        this.words = new Words(norwegian, english);
    }

    Words words() {
        return this.words;
    }

}
