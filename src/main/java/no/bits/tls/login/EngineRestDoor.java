package no.bits.tls.login;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;

import org.springframework.http.HttpHeaders;

/**
 * The door of the engine's REST interface: open to programs that show the password of a
 * local user, at every address, and closed to pages of other sites that would make a
 * browser show it.
 */
class EngineRestDoor extends ProcessEngineAuthenticationFilter {

    @Override
    public void init(FilterConfig unused) {
        this.authenticationProvider = new HttpBasicAuthenticationProvider();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (((HttpServletRequest) request).getHeader(HttpHeaders.ORIGIN) != null) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
        }
        else {
            super.doFilter(request, response, chain);
        }
    }

    @Override
    protected boolean requiresEngineAuthentication(String address) {
        return true;
    }

}
