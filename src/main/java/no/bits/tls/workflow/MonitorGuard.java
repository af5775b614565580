package no.bits.tls.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door of the actuator: everybody may ask whether the application is healthy, and
 * only a monitor that shows its token may ask for more.
 */
class MonitorGuard extends OncePerRequestFilter {

    private final String health;

    private final String token;

    MonitorGuard(String actuator, MonitoringSettings settings) {
        this.health = actuator + "/health";
        this.token = settings.token().strip();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(this.health) || path.startsWith(this.health + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (this.token.isEmpty() || shown == null) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
        else if (!isToken(shown)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        }
        else {
            chain.doFilter(request, response);
        }
    }

    private boolean isToken(String shown) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8),
                ("Bearer " + this.token).getBytes(StandardCharsets.UTF_8));
    }

}
