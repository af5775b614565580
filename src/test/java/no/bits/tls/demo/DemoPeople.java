package no.bits.tls.demo;

import java.util.List;

import no.bits.tls.workflow.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/**
 * The people who work in the demo, in groups that the application has made; each has the
 * password {@value #PASSWORD}.
 */
final class DemoPeople {

    /** The password of all of them. */
    static final String PASSWORD = "demo";

    /** Who they are, in the order in which a newcomer meets them. */
    static final List<Person> ALL = List.of(new Person("kari", "Kari", "Saksen", Role.STAFF),
            new Person("marius", "Marius", "Leder", Role.MANAGER), new Person("ada", "Ada", "Admin", Role.ADMIN));

    private final IdentityService identities;

    DemoPeople(IdentityService identities) {
        this.identities = identities;
    }

    /** Lets those in who are not in yet. */
    void moveIn() {
        ALL.stream().filter((person) -> count(person) == 0).forEach(this::moveIn);
    }

    private long count(Person person) {
        return this.identities.createUserQuery().userId(person.id()).count();
    }

    private void moveIn(Person person) {
        User user = this.identities.newUser(person.id());
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName());
        user.setEmail(person.id() + "@bits.no");
        user.setPassword(PASSWORD);
        this.identities.saveUser(user);
        this.identities.createMembership(person.id(), person.role().group());
    }

    /**
     * Somebody who can log in.
     *
     * @param id the user name
     * @param firstName the first name
     * @param lastName the last name
     * @param role what this person may do
     */
    record Person(String id, String firstName, String lastName, Role role) {
    }

}
