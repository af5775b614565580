package no.bits.tls.workflow;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets nothing start, and so nothing connect, while a secret is missing or known to
 * everybody; a {@link Demo} may.
 */
@Component
class SecretsGuard implements BeanFactoryPostProcessor {

    private static final List<Secret> SECRETS = List.of(
            Secret.of("spring.datasource.password", 12).letsIn("spring.datasource.username"),
            Secret.of("spring.mail.password", 12)
                .letsIn("spring.mail.username")
                .where(has("spring.mail.username"))
                .where(has("backoffice.outbox.login", "oauth2").negate()),
            Secret.of("backoffice.inbox.password", 12)
                .letsIn("backoffice.inbox.username")
                .where(has("backoffice.inbox.login", "oauth2").negate()),
            Secret.of("backoffice.mailaccount.client-secret", 12)
                .letsIn("backoffice.mailaccount.client-id")
                .where(has("backoffice.inbox.login", "oauth2").or(has("backoffice.outbox.login", "oauth2"))),
            Secret.of("backoffice.outbox.token-secret", 32),
            Secret.of("backoffice.monitoring.token", 32).where(has("backoffice.monitoring.token")),
            Secret.of("camunda.bpm.admin-user.password", 12)
                .letsIn("camunda.bpm.admin-user.id")
                .where(has("camunda.bpm.admin-user.id")));

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Environment environment = beans.getBean(Environment.class);
        List<String> complaints = SECRETS.stream()
            .map((secret) -> secret.complaint(environment))
            .flatMap(Optional::stream)
            .toList();
        if (!complaints.isEmpty() && beans.getBeanNamesForType(Demo.class, true, false).length == 0) {
            throw UnsafeSecrets.in(complaints);
        }
    }

    private static Predicate<Environment> has(String property) {
        return (environment) -> !environment.getProperty(property, "").isBlank();
    }

    private static Predicate<Environment> has(String property, String value) {
        return (environment) -> environment.getProperty(property, "").strip().equalsIgnoreCase(value);
    }

}
