package no.bits.tls.workflow;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * One setting that nobody else may know.
 *
 * @param property the setting
 * @param length how many characters it has at least
 * @param user the setting with the user whom it lets in, if any
 * @param needed where it is needed
 */
record Secret(String property, int length, @Nullable String user, Predicate<Environment> needed) {

    private static final Set<String> KNOWN = Set.of("postgres", "postgresql", "camunda", "admin", "administrator",
            "backoffice", "changeme", "change-me", "password", "passord", "secret", "123456789012");

    static Secret of(String property, int length) {
        return new Secret(property, length, null, (environment) -> true);
    }

    /** The same, which must not be the name of its user. */
    Secret letsIn(String user) {
        return new Secret(this.property, this.length, user, this.needed);
    }

    /** The same, needed only where this is so too. */
    Secret where(Predicate<Environment> needed) {
        return new Secret(this.property, this.length, this.user, this.needed.and(needed));
    }

    /**
     * What is wrong with its value.
     * @param environment where the settings are
     * @return one line that names the setting, or nothing
     */
    Optional<String> complaint(Environment environment) {
        String value = environment.getProperty(this.property, "").strip();
        String owner = (this.user != null) ? environment.getProperty(this.user, "").strip() : "";
        if (!this.needed.test(environment)) {
            return Optional.empty();
        }
        return fault(value, owner).map((fault) -> "%s (in the environment: %s) %s".formatted(this.property,
                this.property.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT), fault));
    }

    private Optional<String> fault(String value, String owner) {
        String word = value.toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return Optional.of("is not set");
        }
        if (word.equals(owner.toLowerCase(Locale.ROOT))) {
            return Optional.of("is the user name");
        }
        if (KNOWN.contains(word) || word.startsWith("demo")) {
            return Optional.of("is a word that everybody knows");
        }
        return (value.length() < this.length) ? Optional.of("is shorter than %d characters".formatted(this.length))
                : Optional.empty();
    }

}
