package no.bits.tls.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what another site's page sends: a browser names the page's own origin in each
 * POST (RFC 6454, section 7).
 */
final class SameOrigin implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || origin.equals("http://" + request.getHeader(HttpHeaders.HOST))) {
            return true;
        }
        response.sendError(HttpStatus.FORBIDDEN.value(), "The demo desk takes orders from its own pages only.");
        return false;
    }

}
