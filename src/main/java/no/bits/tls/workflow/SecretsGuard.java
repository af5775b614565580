package no.bits.tls.workflow;

import java.util.List;
import java.util.Optional;

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
            new Secret("spring.datasource.password", "spring.datasource.username", 12, false),
            new Secret("spring.mail.password", "spring.mail.username", 12, true),
            new Secret("backoffice.inbox.password", "backoffice.inbox.username", 12, false),
            new Secret("backoffice.outbox.token-secret", null, 32, false),
            new Secret("camunda.bpm.admin-user.password", "camunda.bpm.admin-user.id", 12, true));

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

}
