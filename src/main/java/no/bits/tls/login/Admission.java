package no.bits.tls.login;

import java.util.Optional;
import java.util.Set;

import no.bits.tls.workflow.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes whom an identity provider sends a user of the engine, with the roles that their
 * groups give at this moment and no others; the engine's groups that are no roles stay.
 * <p>
 * A person is known by provider and subject, never by name: a name that a local user or
 * somebody else has already is not given to a second person.
 */
@Component
class Admission {

    private final IdentityService identity;

    private final ProviderAccounts accounts;

    private final LoginSettings settings;

    private final StringKeyGenerator passwords = new Base64StringKeyGenerator(32);

    Admission(IdentityService identity, ProviderAccounts accounts, LoginSettings settings) {
        this.identity = identity;
        this.accounts = accounts;
        this.settings = settings;
    }

    /**
     * Lets a person in.
     * @param person who, as the provider says
     * @return the user's id
     * @throws LogInRefused if the person has no role, which takes away those that they
     * had, or no name of their own
     */
    @Transactional(noRollbackFor = LogInRefused.class)
    String admit(ProviderPerson person) {
        this.accounts.lock();
        Set<Role> roles = this.settings.groups().rolesOf(person.groups());
        Optional<String> known = this.accounts.userOf(person);
        if (roles.isEmpty()) {
            known.ifPresent((user) -> give(user, roles));
            throw LogInRefused.noRole(person);
        }
        String user = known.orElseGet(() -> welcome(person));
        describe(user, person);
        give(user, roles);
        return user;
    }

    private String welcome(ProviderPerson person) {
        if (person.userId().isEmpty()) {
            throw LogInRefused.noName(person, this.settings.userClaim());
        }
        if (find(person.userId()) != null) {
            throw LogInRefused.nameTaken(person);
        }
        this.identity.saveUser(this.identity.newUser(person.userId()));
        this.accounts.add(person);
        return person.userId();
    }

    /** Also takes away whatever password the user has: only the provider lets them in. */
    private void describe(String id, ProviderPerson person) {
        User user = find(id);
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName());
        user.setEmail(person.email());
        user.setPassword(this.passwords.generateKey());
        this.identity.saveUser(user);
    }

    private void give(String user, Set<Role> roles) {
        for (Role role : Role.values()) {
            boolean has = this.identity.createGroupQuery().groupId(role.group()).groupMember(user).count() > 0;
            if (roles.contains(role) && !has) {
                this.identity.createMembership(user, role.group());
            }
            else if (has && !roles.contains(role)) {
                this.identity.deleteMembership(user, role.group());
            }
        }
    }

    private User find(String id) {
        return this.identity.createUserQuery().userId(id).singleResult();
    }

}
