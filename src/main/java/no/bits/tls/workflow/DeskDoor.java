package no.bits.tls.workflow;

import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

/** One door of the desk: where it leads, and which roles go through it. */
enum DeskDoor {

    /** What holds no personal data, to be read. */
    FIGURES("Bare saksbehandlere og ledere har tilgang hit.", "Only staff and managers have access here.", Role.STAFF,
            Role.MANAGER, Role.ADMIN),

    /** The book of who looked at personal data. */
    AUDIT("Bare administratorer har tilgang hit.", "Only administrators have access here.", Role.ADMIN),

    /** Everything else. */
    WORK("Bare saksbehandlere har tilgang hit.", "Only staff have access here.", Role.STAFF, Role.ADMIN);

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final String norwegian;

    private final String english;

    private final String[] groups;

    DeskDoor(String norwegian, String english, Role... roles) {
        this.norwegian = norwegian;
        this.english = english;
        this.groups = Stream.of(roles).map(Role::group).toArray(String[]::new);
    }

    /** The door through which a request wants. */
    static DeskDoor of(HttpServletRequest request) {
        String path = request.getServletPath() + "/";
        if (path.startsWith("/desk/audit/")) {
            return AUDIT;
        }
        return (path.startsWith("/desk/figures/") && READING.contains(request.getMethod())) ? FIGURES : WORK;
    }

    /** The engine's groups that it is open to. */
    String[] groups() {
        return this.groups.clone();
    }

    /** What somebody reads whom it is closed to. */
    String sign(DeskLanguage language) {
        return language.of(this.norwegian, this.english);
    }

}
