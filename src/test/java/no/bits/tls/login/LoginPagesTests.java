package no.bits.tls.login;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

import static org.assertj.core.api.Assertions.assertThat;

class LoginPagesTests {

    @Test
    void whoHasNoChoiceIsNotAsked() {
        OAuth2ClientProperties properties = new OAuth2ClientProperties();
        properties.getRegistration().put("entra", new OAuth2ClientProperties.Registration());
        assertThat(new LoginPages(properties).logIn(new ExtendedModelMap(), new MockHttpServletResponse()))
            .isEqualTo("redirect:/oauth2/authorization/entra");
    }

}
