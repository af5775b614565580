package no.bits.tls.login;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import no.bits.tls.workflow.DeskLanguage;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Where somebody is sent who is not logged in: a person to the identity provider, first
 * to log out there if they have just logged out here; a script of a page gets an answer
 * that it can show.
 */
class Entrance implements AuthenticationEntryPoint {

    /** Whether a person opens a page; every browser says so. */
    static boolean isPage(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (isPage(request)) {
            Optional<String> provider = Departure.pending(request);
            response.sendRedirect(provider.orElse(request.getContextPath() + "/login"));
        }
        else {
            String sentence = DeskLanguage.of(request)
                .of("Du er ikke logget inn lenger. Last siden på nytt.",
                        "You are not logged in any more. Load the page again.");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write("{\"status\":401,\"detail\":\"%s\"}".formatted(sentence));
        }
    }

}
