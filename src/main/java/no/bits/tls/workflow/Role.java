package no.bits.tls.workflow;

/**
 * Who may do what: staff work in Tasklist, managers look in Cockpit, administrators keep
 * the platform.
 */
public enum Role {

    /** Works on cases in Tasklist. */
    STAFF("staff"),

    /** Looks at cases and reports in Cockpit. */
    MANAGER("manager"),

    /** Keeps users, groups and the engine. */
    ADMIN("camunda-admin");

    private final String group;

    Role(String group) {
        this.group = group;
    }

    /** The engine's group for this role. */
    public String group() {
        return this.group;
    }

}
