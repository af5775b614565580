package no.bits.tls.workflow;

import java.util.Optional;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;

import org.springframework.stereotype.Component;

/**
 * Whoever {@code camunda.bpm.admin-user.id} names. The platform makes this person in many
 * small steps and at the next start takes the first step for the whole: where a start was
 * cut off in between, the person could log in but do nothing.
 */
@Component
class FirstAdministrator {

    private final IdentityService identity;

    private final CamundaBpmProperties settings;

    FirstAdministrator(IdentityService identity, CamundaBpmProperties settings) {
        this.identity = identity;
        this.settings = settings;
    }

    /** Makes the person an administrator as long as nobody else is one. */
    void appoint() {
        if (this.identity.createUserQuery().memberOfGroup(Role.ADMIN.group()).count() == 0) {
            Optional.ofNullable(this.settings.getAdminUser().getId())
                .ifPresent((user) -> this.identity.createMembership(user, Role.ADMIN.group()));
        }
    }

}
