package no.bits.tls.demo;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class SameOriginTests {

    @Test
    void takesOrdersFromItsOwnPagesAndFromTheCommandLine() throws Exception {
        assertThat(allows("http://localhost:8080")).isTrue();
        assertThat(allows(null)).isTrue();
    }

    @Test
    void refusesOrdersFromOtherSites() throws Exception {
        assertThat(allows("http://evil.example")).isFalse();
        assertThat(allows("http://localhost:8081")).isFalse();
        assertThat(allows("null")).isFalse();
    }

    private static boolean allows(@Nullable String origin) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/demo/clock");
        request.addHeader("Host", "localhost:8080");
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        return new SameOrigin().preHandle(request, new MockHttpServletResponse(), "the desk");
    }

}
