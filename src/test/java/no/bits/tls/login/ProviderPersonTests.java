package no.bits.tls.login;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import no.bits.tls.login.LoginSettings.Groups;
import no.bits.tls.workflow.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderPersonTests {

    private static final LoginSettings SETTINGS = new LoginSettings(
            new Groups(List.of("staff"), List.of("0b8f-manager", "chiefs"), List.of("admin")), "groups",
            "preferred_username", Duration.ofHours(12), Period.ofYears(2));

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"',
            value = { "kari, kari", "Kari.Nordmann@Bits.no, kari.nordmann@bits.no", "BITS\\kari, bits-kari",
                    "kari_gmail.com#EXT#@bits.onmicrosoft.com, kari_gmail.com-ext-@bits.onmicrosoft.com", "*, \"\"",
                    "bjørn, bj-rn", "${1+1}, 1-1-", "\" kari \", kari" })
    void isCalledWhatTheEngineTakes(String name, String id) {
        assertThat(person(Map.of("preferred_username", name)).userId()).isEqualTo(id);
    }

    @Test
    void isCalledNothingWhereTheProviderTellsNoName() {
        assertThat(person(Map.of("email", "kari@bits.no")).userId()).isEmpty();
    }

    @Test
    void hasNoLongerNamesThanFit() {
        ProviderPerson person = person(Map.of("preferred_username", "a".repeat(300), "given_name", "b".repeat(300)));
        assertThat(person.userId()).hasSize(64);
        assertThat(person.firstName()).hasSize(255);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "Kari,Nordmann,-,Kari,Nordmann", "-,-,Kari Anne Nordmann,Kari Anne,Nordmann",
            "-,-,Kari,Kari,''", "-,-,-,kari,''", "Kari,-,Kari Nordmann,Kari,Nordmann" })
    void hasAFirstAndALastName(String given, String family, String name, String first, String last) {
        Map<String, Object> claims = new HashMap<>(Map.of("preferred_username", "kari"));
        claims.put("given_name", given);
        claims.put("family_name", family);
        claims.put("name", name);
        claims.values().removeIf((value) -> value == null);
        assertThat(person(claims)).extracting(ProviderPerson::firstName, ProviderPerson::lastName)
            .containsExactly(first, last);
    }

    @Test
    void hasTheRolesOfTheirGroupsAndNoOthers() {
        assertThat(roles(List.of("staff", "everybody"))).containsExactly(Role.STAFF);
        assertThat(roles(List.of("0b8f-manager", "admin"))).containsExactly(Role.MANAGER, Role.ADMIN);
        assertThat(roles("chiefs")).containsExactly(Role.MANAGER);
        assertThat(roles(List.of("STAFF", "camunda-admin"))).isEmpty();
        assertThat(SETTINGS.groups().rolesOf(person(Map.of()).groups())).isEmpty();
    }

    private static Iterable<Role> roles(Object groups) {
        return SETTINGS.groups().rolesOf(person(Map.of("groups", groups)).groups());
    }

    private static ProviderPerson person(Map<String, Object> claims) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("iss", "https://provider.example");
        all.put("sub", "42");
        OidcIdToken token = new OidcIdToken("token", Instant.EPOCH, Instant.EPOCH.plusSeconds(60), all);
        return ProviderPerson.of(new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, token), SETTINGS);
    }

}
