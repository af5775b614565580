package no.bits.tls.login;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import no.bits.tls.login.LogInRefused.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Tells whom we do not let in why, and the log exactly. */
class Refusal implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException failure) throws IOException {
        LOG.warn("A log-in is refused: {}", failure.getMessage());
        Reason reason = (failure instanceof LogInRefused refused) ? refused.reason() : Reason.PROVIDER;
        response.sendRedirect(request.getContextPath() + "/login/refused?why=" + reason.code());
    }

}
