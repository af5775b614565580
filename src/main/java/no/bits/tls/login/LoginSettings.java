package no.bits.tls.login;

import java.time.Duration;
import java.time.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import no.bits.tls.workflow.Role;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who gets in, and for how long.
 *
 * @param groups which of an identity provider's groups give which role
 * @param groupsClaim the claim in which a provider tells a person's groups
 * @param userClaim the claim that becomes a person's user name here
 * @param longestSession after how long everybody must log in again, however busy
 * @param auditKeptFor how long it is kept who has looked at personal data
 */
@Validated
@ConfigurationProperties("backoffice.login")
record LoginSettings(@DefaultValue Groups groups, @DefaultValue("groups") @NotBlank String groupsClaim,
        @DefaultValue("preferred_username") @NotBlank String userClaim,
        @DefaultValue("12h") @NotNull Duration longestSession, @DefaultValue("P2Y") @NotNull Period auditKeptFor) {

    /**
     * The groups of an identity provider, by their names or ids as its claim tells them.
     *
     * @param staff whose members work on cases
     * @param manager whose members look at cases and reports
     * @param admin whose members keep the platform
     */
    record Groups(@DefaultValue List<String> staff, @DefaultValue List<String> manager,
            @DefaultValue List<String> admin) {

        /** The roles of somebody who is in these groups of the provider. */
        Set<Role> rolesOf(Collection<String> groups) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (Role role : Role.values()) {
                if (!Collections.disjoint(of(role), groups)) {
                    roles.add(role);
                }
            }
            return roles;
        }

        boolean areNone() {
            return this.staff.isEmpty() && this.manager.isEmpty() && this.admin.isEmpty();
        }

        private List<String> of(Role role) {
            return switch (role) {
                case STAFF -> this.staff;
                case MANAGER -> this.manager;
                case ADMIN -> this.admin;
            };
        }

    }

}
