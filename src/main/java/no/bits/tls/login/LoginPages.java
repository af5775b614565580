package no.bits.tls.login;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages around a log-in at an identity provider, for people who are not in yet or no
 * longer.
 */
@Controller
@ConditionalOnOAuth2ClientRegistrationProperties
class LoginPages {

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, String> providers = new TreeMap<>();

    LoginPages(OAuth2ClientProperties properties) {
        properties.getRegistration()
            .forEach((id, registration) -> this.providers.put(id,
                    Optional.ofNullable(registration.getClientName()).orElse(id)));
    }

    /** To the one provider, or a choice. */
    @GetMapping("/login")
    String logIn(Model model, HttpServletResponse response) {
        if (this.providers.size() == 1) {
            return "redirect:/oauth2/authorization/" + this.providers.keySet().iterator().next();
        }
        model.addAttribute("providers", this.providers);
        return page("choice", response);
    }

    @GetMapping("/login/refused")
    String refused(@RequestParam(defaultValue = "provider") String why, Model model, HttpServletResponse response) {
        model.addAttribute("why", why);
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        return page("refused", response);
    }

    @GetMapping("/login/ended")
    String ended(HttpServletResponse response) {
        return page("ended", response);
    }

    private static String page(String name, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-store");
        return "login/" + name;
    }

}
