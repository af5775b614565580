package no.bits.tls.login;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;

/** Makes whom identity providers send users of ours. */
@Component
class AdmittedUsers {

    private final Admission admission;

    private final LoginSettings settings;

    AdmittedUsers(Admission admission, LoginSettings settings) {
        this.admission = admission;
        this.settings = settings;
    }

    OAuth2UserService<OidcUserRequest, OidcUser> ofOpenIdConnect() {
        OidcUserService service = new OidcUserService();
        service.setOidcUserMapper((request,
                info) -> admit(new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, request.getIdToken(), info)));
        return service;
    }

    /** Who comes without an ID token could be anybody. */
    static OAuth2User ofNothingLess(OAuth2UserRequest request) {
        throw new OAuth2AuthenticationException(new OAuth2Error("no-openid"), "Add openid to the scope of "
                + request.getClientRegistration().getRegistrationId() + ": without it nobody is let in");
    }

    private OidcUser admit(OidcUser person) {
        return new AdmittedUser(person, this.admission.admit(ProviderPerson.of(person, this.settings)));
    }

}
