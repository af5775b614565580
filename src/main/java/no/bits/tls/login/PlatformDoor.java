package no.bits.tls.login;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

/** Lets people into the platform's applications as whom the identity provider sent. */
class PlatformDoor extends ContainerBasedAuthenticationFilter {

    @Override
    public void init(FilterConfig unused) {
        this.authenticationProvider = new KnownUsers();
    }

    /**
     * Knows nobody whose user was deleted meanwhile: they begin anew, which the platform
     * itself answers with an error.
     */
    private static final class KnownUsers extends ContainerBasedAuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            AuthenticationResult found = super.extractAuthenticatedUser(request, engine);
            if (found.isAuthenticated() && engine.getIdentityService()
                .createUserQuery()
                .userId(found.getAuthenticatedUser())
                .count() == 0) {
                request.getSession().invalidate();
                return AuthenticationResult.unsuccessful();
            }
            return found;
        }

    }

}
