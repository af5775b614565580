package no.bits.tls.workflow;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * What browsers are told about every answer of ours that does not say so itself: run
 * nothing, show it in no frame, guess no type; and for a year come by nothing else than
 * TLS, to who came by it. A page that needs more says what, before this looks.
 */
final class SafetyHeaders {

    private static final Duration TLS_ONLY = Duration.ofDays(365);

    private static final List<HeaderWriter> DEFAULTS = List.of(
            new StaticHeadersWriter("Content-Security-Policy",
                    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
            new StaticHeadersWriter("X-Content-Type-Options", "nosniff"),
            new StaticHeadersWriter("X-Frame-Options", "DENY"),
            new StaticHeadersWriter("Referrer-Policy", "same-origin"),
            new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"),
            new StaticHeadersWriter("Permissions-Policy",
                    "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            new HstsHeaderWriter(TLS_ONLY.toSeconds(), false));

    private SafetyHeaders() {
    }

    /** For all that reaches us. */
    static Filter filter() {
        return new HeaderWriterFilter(DEFAULTS);
    }

    /** For what the server refuses before it reaches us. */
    static Valve valve() {
        return new ValveBase(true) {
            @Override
            public void invoke(Request request, Response response) throws IOException, ServletException {
                if (response.isError()) {
                    DEFAULTS.forEach((header) -> header.writeHeaders(request, response));
                }
                getNext().invoke(request, response);
            }
        };
    }

}
