package no.bits.tls.login;

import java.util.Objects;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A person of an identity provider under the name that they have here. */
final class AdmittedUser extends DefaultOidcUser {

    private final String id;

    AdmittedUser(OidcUser person, String id) {
        super(AuthorityUtils.NO_AUTHORITIES, person.getIdToken(), person.getUserInfo());
        this.id = id;
    }

    @Override
    public String getName() {
        return this.id;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof AdmittedUser user && this.id.equals(user.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), this.id);
    }

}
