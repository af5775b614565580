package no.bits.tls.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;

/** Lets the demo's pages have their style sheet and forms, which no other page gets. */
final class DemoPages implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self' data:;"
                + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        return true;
    }

}
