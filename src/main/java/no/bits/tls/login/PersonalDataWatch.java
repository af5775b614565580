package no.bits.tls.login;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Writes down who reads personal data, before they get it: what cannot be written down is
 * not read. Whatever is read under {@code /desk} counts, but for figures, looks at mail
 * servers, and pages that are empty until their scripts load something.
 */
@Component
class PersonalDataWatch implements HandlerInterceptor, WebMvcConfigurer {

    private static final String[] NOTHING_PERSONAL = { "/desk/figures/**", "/desk/domain-checks/**", "/desk/mailroom",
            "/desk/participants", "/desk/casebook", "/desk/new-case" };

    private final PersonalDataAccess book;

    PersonalDataWatch(PersonalDataAccess book) {
        this.book = book;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/desk/**").excludePathPatterns(NOTHING_PERSONAL);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod && isReading(request)) {
            this.book.note(Objects.requireNonNull(request.getRemoteUser(), "nobody is logged in"), look(request));
        }
        return true;
    }

    private static boolean isReading(HttpServletRequest request) {
        return Stream.of(HttpMethod.GET, HttpMethod.HEAD).anyMatch((one) -> one.matches(request.getMethod()));
    }

    @SuppressWarnings("unchecked")
    private static Look look(HttpServletRequest request) {
        return Look.of(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE).toString(),
                (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE));
    }

}
