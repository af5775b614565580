package no.bits.tls;

import no.bits.tls.workflow.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** One person of each role, and one of none; everybody's password is their name. */
@TestConfiguration(proxyBeanMethods = false)
public class TestPeople {

    /** Works in Tasklist. */
    public static final String STAFF = "kari";

    /** Looks in Cockpit. */
    public static final String MANAGER = "marius";

    /** Keeps the platform. */
    public static final String ADMIN = "ada";

    /** Can log in, but has no role. */
    public static final String STRANGER = "frode";

    @Bean
    @Order(1)
    ApplicationRunner people(IdentityService identities) {
        return (arguments) -> {
            create(identities, STRANGER);
            identities.createMembership(create(identities, STAFF), Role.STAFF.group());
            identities.createMembership(create(identities, MANAGER), Role.MANAGER.group());
            identities.createMembership(create(identities, ADMIN), Role.ADMIN.group());
        };
    }

    private static String create(IdentityService identities, String name) {
        User user = identities.newUser(name);
        user.setFirstName(name);
        user.setLastName("Test");
        user.setPassword(name);
        identities.saveUser(user);
        return name;
    }

}
