package no.bits.tls.login;

import java.util.Locale;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Somebody whom an identity provider knows does not get in. */
final class LogInRefused extends OAuth2AuthenticationException {

    private final Reason reason;

    private LogInRefused(Reason reason, String message) {
        super(new OAuth2Error(reason.code()), message);
        this.reason = reason;
    }

    static LogInRefused noRole(ProviderPerson person) {
        return new LogInRefused(Reason.NO_ROLE,
                "%s (%s of %s) is in none of the groups that backoffice.login.groups names, but in %s"
                    .formatted(person.userId(), person.subject(), person.issuer(), person.groups()));
    }

    static LogInRefused nameTaken(ProviderPerson person) {
        return new LogInRefused(Reason.NAME_TAKEN,
                "%s of %s would be %s here, who is somebody else: delete or rename that user if it is the same person"
                    .formatted(person.subject(), person.issuer(), person.userId()));
    }

    static LogInRefused noName(ProviderPerson person, String claim) {
        return new LogInRefused(Reason.NO_NAME, "%s of %s has no claim %s: set backoffice.login.user-claim"
            .formatted(person.subject(), person.issuer(), claim));
    }

    Reason reason() {
        return this.reason;
    }

    /** Why somebody does not get in, as they are told. */
    enum Reason {

        /** In no group that gives a role. */
        NO_ROLE,

        /** Somebody else has their user name. */
        NAME_TAKEN,

        /** The provider does not tell a user name. */
        NO_NAME,

        /** The provider refused, or something went wrong on the way. */
        PROVIDER;

        /** The reason in addresses. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

    }

}
