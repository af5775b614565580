package no.bits.tls.login;

import java.security.MessageDigest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/**
 * Makes the platform's own log-out one of both sessions: ours ends at once, and the next
 * page that is opened leads to the identity provider to end the one there.
 */
class Departure extends OidcClientInitiatedLogoutSuccessHandler {

    private static final String PENDING = Departure.class.getName() + ".PENDING";

    private static final Pattern LOG_OUT = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout");

    Departure(ClientRegistrationRepository providers) {
        super(providers);
        setDefaultTargetUrl("/login/ended");
        setPostLogoutRedirectUri("{baseUrl}/login/ended");
    }

    /**
     * Whether somebody logs out of the platform from one of its pages, whose token the
     * request brings.
     */
    static boolean isWanted(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return "POST".equals(request.getMethod()) && LOG_OUT.matcher(path(request)).matches() && session != null
                && sent != null
                && session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String own
                && MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Where somebody who has just logged out here ends their session at the provider;
     * once.
     */
    static Optional<String> pending(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).flatMap((session) -> {
            Optional<String> address = Optional.ofNullable((String) session.getAttribute(PENDING));
            session.removeAttribute(PENDING);
            return address;
        });
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication user) {
        if (user != null) {
            request.getSession().setAttribute(PENDING, determineTargetUrl(request, response, user));
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
    }

}
