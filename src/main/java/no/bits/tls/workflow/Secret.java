package no.bits.tls.workflow;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * One setting that nobody else may know.
 *
 * @param property the setting
 * @param user the setting with the user whom it lets in, if any
 * @param length how many characters it has at least
 * @param optional whether it is needed only where its user is set
 */
record Secret(String property, @Nullable String user, int length, boolean optional) {

    private static final Set<String> KNOWN = Set.of("postgres", "postgresql", "camunda", "admin", "administrator",
            "backoffice", "changeme", "change-me", "password", "passord", "secret", "123456789012");

    /**
     * What is wrong with its value.
     * @param environment where the settings are
     * @return one line that names the setting, or nothing
     */
    Optional<String> complaint(Environment environment) {
        String value = environment.getProperty(this.property, "").strip();
        String owner = (this.user != null) ? environment.getProperty(this.user, "").strip() : "";
        if (this.optional && owner.isEmpty()) {
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
