package no.bits.tls.login;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * A person as an identity provider describes them.
 *
 * @param issuer which provider
 * @param subject who it is there, for ever
 * @param userId what they are to be called here, in letters that the engine takes; empty
 * where the provider does not say
 * @param firstName their first name, or what they are called where they have only one
 * @param lastName their last name, may be empty
 * @param email their address, may be empty
 * @param groups the provider's groups that they are in
 */
record ProviderPerson(String issuer, String subject, String userId, String firstName, String lastName, String email,
        List<String> groups) {

    private static final int LONGEST_ID = 64;

    private static final int LONGEST_NAME = 255;

    static ProviderPerson of(OidcUser user, LoginSettings settings) {
        String userId = asId(words(user, settings.userClaim()));
        String name = Stream.of(words(user, "name"), userId).filter((some) -> !some.isEmpty()).findFirst().orElse("");
        int end = name.lastIndexOf(' ');
        return new ProviderPerson(user.getIdToken().getIssuer().toString(), user.getSubject(), userId,
                either(words(user, "given_name"), (end < 0) ? name : name.substring(0, end)),
                either(words(user, "family_name"), name.substring(end + 1, (end < 0) ? 0 : name.length())),
                words(user, "email"), groups(user.getClaims().get(settings.groupsClaim())));
    }

    private static String words(OidcUser user, String claim) {
        String text = Optional.ofNullable(user.getClaims().get(claim)).map(Object::toString).orElse("");
        String clean = text.replaceAll("\\p{C}", "").strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    }

    private static String asId(String name) {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._@-]", "-").replaceFirst("^[^a-z0-9]+", "");
        return id.substring(0, Math.min(id.length(), LONGEST_ID));
    }

    private static String either(String given, String other) {
        return given.isEmpty() ? other : given;
    }

    private static List<String> groups(@Nullable Object claim) {
        return (claim instanceof Collection<?> many) ? many.stream().map(String::valueOf).toList()
                : Stream.ofNullable(claim).map(Object::toString).toList();
    }

}
