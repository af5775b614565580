package no.bits.tls.workflow;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells whoever starts the application what to do about its secrets, in place of a stack
 * trace; registered in {@code META-INF/spring.factories}.
 */
class UnsafeSecretsAnalyzer extends AbstractFailureAnalyzer<UnsafeSecrets> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnsafeSecrets cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Give each a value of its own in the environment, for example what `openssl rand -hex 24` prints."
                        + " To try things out, start the demo: ./mvnw spring-boot:test-run",
                cause);
    }

}
