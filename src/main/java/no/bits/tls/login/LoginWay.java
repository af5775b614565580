package no.bits.tls.login;

import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the platform's pages, which would ask for a password here, where people log in.
 */
@RestController
class LoginWay {

    private final boolean provider;

    LoginWay(ObjectProvider<ProviderLogin> provider) {
        this.provider = provider.getIfAvailable() != null;
    }

    @GetMapping("/login/way")
    Map<String, Boolean> way() {
        return Map.of("provider", this.provider);
    }

}
