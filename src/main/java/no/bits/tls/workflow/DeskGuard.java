package no.bits.tls.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * The door of everything under {@code /desk}: open only to whom a {@link DeskDoor} lets
 * in, whether they logged in to Tasklist or at an identity provider, and for changes only
 * with a token of their session (against cross-site requests). The right is asked for at
 * each request, so that it ends when it is taken away.
 */
class DeskGuard extends OncePerRequestFilter {

    /**
     * The attribute of session and request, where pages find it, with the token that
     * changes bring.
     */
    private static final String TOKEN = "deskToken";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final ProcessEngine engine;

    DeskGuard(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<String> user = loggedIn(request);
        DeskLanguage language = DeskLanguage.of(request);
        if (user.isEmpty() && isPage(request)) {
            response.sendRedirect(request.getContextPath() + "/camunda/app/tasklist/default/");
        }
        else if (user.isEmpty()) {
            refuse(request, response, HttpStatus.UNAUTHORIZED,
                    language.of("Logg inn i Tasklist først.", "Please log in to Tasklist first."));
        }
        else if (!isAdmitted(user.get(), DeskDoor.of(request))) {
            refuse(request, response, HttpStatus.FORBIDDEN, DeskDoor.of(request).sign(language));
        }
        else if (!READING.contains(request.getMethod()) && !hasToken(request)) {
            refuse(request, response, HttpStatus.FORBIDDEN,
                    language.of("Siden er for gammel. Last den på nytt og prøv igjen.",
                            "This page is too old. Load it again and try once more."));
        }
        else {
            request.setAttribute(TOKEN, ownToken(request));
            chain.doFilter(as(user.get(), request), response);
        }
    }

    private Optional<String> loggedIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getRemoteUser())
            .or(() -> Optional.ofNullable(request.getSession(false))
                .map(AuthenticationUtil::getAuthsFromSession)
                .map((all) -> all.getAuthenticationForProcessEngine(this.engine.getName()))
                .map(Authentication::getName));
    }

    private boolean isAdmitted(String user, DeskDoor door) {
        return this.engine.getIdentityService()
            .createGroupQuery()
            .groupMember(user)
            .groupIdIn(door.groups())
            .count() > 0;
    }

    private static boolean isPage(HttpServletRequest request) {
        return "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private static boolean hasToken(HttpServletRequest request) {
        String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        HttpSession session = request.getSession();
        return sent != null && Stream.of(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, TOKEN)
            .map(session::getAttribute)
            .anyMatch((expected) -> expected != null && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8),
                    expected.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The token of the desk's own pages: who comes here first has none from Tasklist yet.
     */
    private static Object ownToken(HttpServletRequest request) {
        HttpSession session = request.getSession();
        synchronized (WebUtils.getSessionMutex(session)) {
            if (session.getAttribute(TOKEN) == null) {
                session.setAttribute(TOKEN, UUID.randomUUID().toString());
            }
            return session.getAttribute(TOKEN);
        }
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

    private static void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status,
            String sentence) throws IOException {
        if (isPage(request)) {
            response.sendError(status.value());
            return;
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("{\"status\":%d,\"detail\":\"%s\"}".formatted(status.value(), sentence));
    }

}
