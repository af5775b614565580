package no.bits.tls.login;

import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

import static org.assertj.core.api.Assertions.assertThat;

class LongestSessionTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    private final MockFilterChain page = new MockFilterChain();

    @Test
    void aSessionEndsWhenItsTimeIsUp() throws Exception {
        MockHttpSession session = (MockHttpSession) this.request.getSession();
        ask(Duration.ofHours(12).plusSeconds(1));
        assertThat(session.isInvalid()).isTrue();
        assertThat(this.page.getRequest()).as("goes on as nobody").isNotNull();
    }

    @Test
    void untilThenItLivesOn() throws Exception {
        MockHttpSession session = (MockHttpSession) this.request.getSession();
        ask(Duration.ofHours(11).plusMinutes(59));
        assertThat(session.isInvalid()).isFalse();
        assertThat(this.page.getRequest()).isNotNull();
    }

    @Test
    void whoHasNoSessionGetsNone() throws Exception {
        ask(Duration.ZERO);
        assertThat(this.request.getSession(false)).isNull();
    }

    private void ask(Duration later) throws Exception {
        new LongestSession(Duration.ofHours(12), Clock.offset(Clock.systemUTC(), later)).doFilter(this.request,
                new MockHttpServletResponse(), this.page);
    }

}
