package no.bits.tls.workflow;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class MonitorGuardTests {

    private static final String TOKEN = "4f2b1d7c9e8a6035b7d1c2e3f4a59687";

    @ParameterizedTest
    @ValueSource(strings = { "", "   " })
    void nothingButHealthIsThereWithoutAToken(String token) throws Exception {
        assertThat(status(token, "/actuator/prometheus", "Bearer ")).isEqualTo(404);
        assertThat(status(token, "/actuator/prometheus", "Bearer " + token)).isEqualTo(404);
        assertThat(status(token, "/actuator/health", "")).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({ "/actuator/prometheus,'',404", "/actuator/prometheus,Bearer wrong,401",
            "/actuator/prometheus,Basic eDp5,401", "/actuator/prometheus,Bearer,401",
            "/actuator/prometheus,Bearer " + TOKEN + ",200", "/actuator,'',404", "/actuator/healthy,'',404",
            "/actuator/health,'',200", "/actuator/health/liveness,'',200" })
    void onlyWhoShowsTheTokenSeesMoreThanHealth(String path, String authorization, int status) throws Exception {
        assertThat(status(TOKEN, path, authorization)).isEqualTo(status);
    }

    @Test
    void theTokenMayEndWithALineBreakAsInAFile() throws Exception {
        assertThat(status(TOKEN + "\n", "/actuator/prometheus", "Bearer " + TOKEN)).isEqualTo(200);
    }

    private static int status(String token, String path, String authorization) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        if (!authorization.isEmpty()) {
            request.addHeader(HttpHeaders.AUTHORIZATION, authorization);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        new MonitorGuard("/actuator", new MonitoringSettings(token)).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

}
