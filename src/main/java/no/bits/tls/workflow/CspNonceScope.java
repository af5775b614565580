package no.bits.tls.workflow;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request its own nonce of the content security policy: the web apps keep it
 * in the servlet context, where two requests at once overwrite each other's and the page
 * stays blank.
 */
class CspNonceScope extends OncePerRequestFilter {

    private static final String NONCE = "org.camunda.bpm.csp.nonce";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ServletContext scoped = scoped(request.getServletContext());
        chain.doFilter(new HttpServletRequestWrapper(request) {
            @Override
            public ServletContext getServletContext() {
                return scoped;
            }
        }, response);
    }

    private static ServletContext scoped(ServletContext shared) {
        Nonce nonce = new Nonce();
        return (ServletContext) Proxy.newProxyInstance(ServletContext.class.getClassLoader(),
                new Class<?>[] { ServletContext.class }, (proxy, method, arguments) -> nonce.isMeant(arguments)
                        ? nonce.access(method, arguments) : invoke(shared, method, arguments));
    }

    private static @Nullable Object invoke(ServletContext shared, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(shared, arguments);
        }
        catch (InvocationTargetException ex) {
            throw ex.getTargetException();
        }
    }

    /** The nonce of one request. */
    private static final class Nonce {

        private @Nullable Object value;

        boolean isMeant(Object @Nullable [] arguments) {
            return arguments != null && arguments.length > 0 && NONCE.equals(arguments[0]);
        }

        @Nullable Object access(Method method, Object[] arguments) {
            if (method.getName().equals("setAttribute")) {
                this.value = arguments[1];
                return null;
            }
            return this.value;
        }

    }

}
