package no.bits.tls.login;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that have lasted too long, however busy: an open Tasklist never lets one
 * rest. By the clock of the machine, as the server tells when a session began.
 */
class LongestSession extends OncePerRequestFilter {

    private final Duration longest;

    private final Clock machine;

    LongestSession(Duration longest, Clock machine) {
        this.longest = longest;
        this.machine = machine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional.ofNullable(request.getSession(false)).filter(this::isOver).ifPresent(HttpSession::invalidate);
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpSession session) {
        return Instant.ofEpochMilli(session.getCreationTime()).plus(this.longest).isBefore(this.machine.instant());
    }

}
