package no.bits.tls.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door of everything under {@code /desk}: open only to staff who are logged in to
 * Tasklist, to managers too for figures, and for changes only with the token of their
 * session (against cross-site requests). The right is asked for at each request, so that
 * it ends when it is taken away.
 */
class DeskGuard extends OncePerRequestFilter {

    /** For pages: the request attribute with the token that changes must bring. */
    private static final String TOKEN = "deskToken";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final String[] WORKERS = { Role.STAFF.group(), Role.ADMIN.group() };

    private static final String[] READERS_OF_FIGURES = { Role.STAFF.group(), Role.MANAGER.group(), Role.ADMIN.group() };

    private final ProcessEngine engine;

    DeskGuard(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Optional<String> user = loggedIn(request);
        Language language = Language.of(request);
        if (user.isEmpty() && isPage(request)) {
            response.sendRedirect(request.getContextPath() + "/camunda/app/tasklist/default/");
        }
        else if (user.isEmpty()) {
            refuse(response, HttpStatus.UNAUTHORIZED,
                    language.of("Logg inn i Tasklist først.", "Please log in to Tasklist first."));
        }
        else if (!isAdmitted(user.get(), request)) {
            refuse(response, HttpStatus.FORBIDDEN,
                    language.of("Bare saksbehandlere har tilgang hit.", "Only staff have access here."));
        }
        else if (!READING.contains(request.getMethod()) && !hasToken(request)) {
            refuse(response, HttpStatus.FORBIDDEN, language.of("Siden er for gammel. Last den på nytt og prøv igjen.",
                    "This page is too old. Load it again and try once more."));
        }
        else {
            request.setAttribute(TOKEN, expectedToken(request));
            chain.doFilter(as(user.get(), request), response);
        }
    }

    private Optional<String> loggedIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
            .map(AuthenticationUtil::getAuthsFromSession)
            .map((all) -> all.getAuthenticationForProcessEngine(this.engine.getName()))
            .map(Authentication::getName);
    }

    private boolean isAdmitted(String user, HttpServletRequest request) {
        IdentityService identity = this.engine.getIdentityService();
        String[] admitted = isForFigures(request) ? READERS_OF_FIGURES : WORKERS;
        return identity.createGroupQuery().groupMember(user).groupIdIn(admitted).count() > 0;
    }

    private static boolean isForFigures(HttpServletRequest request) {
        return READING.contains(request.getMethod()) && request.getServletPath().startsWith("/desk/figures/");
    }

    private static boolean isPage(HttpServletRequest request) {
        return "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private static boolean hasToken(HttpServletRequest request) {
        String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        Object expected = expectedToken(request);
        return sent != null && expected != null && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8),
                expected.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Object expectedToken(HttpServletRequest request) {
        return request.getSession(false).getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
    }

    private static HttpServletRequest as(String user, HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return () -> user;
            }

            @Override
            public String getRemoteUser() {
                return user;
            }
        };
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("{\"status\":%d,\"detail\":\"%s\"}".formatted(status.value(), sentence));
    }

}
