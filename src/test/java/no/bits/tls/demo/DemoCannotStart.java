package no.bits.tls.demo;

import java.nio.file.Path;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Something that the demo needs is taken. */
final class DemoCannotStart extends RuntimeException {

    private final String remedy;

    private DemoCannotStart(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    static DemoCannotStart withoutPort(String setting, int port) {
        return new DemoCannotStart(
                "The demo cannot start, because port %d (%s) is taken on this machine.".formatted(port, setting),
                "Choose another: ./mvnw spring-boot:test-run -D%s=%d".formatted(setting, port + 1000));
    }

    static DemoCannotStart whileAnotherRuns(Path state) {
        return new DemoCannotStart("The demo cannot start, because another one runs in the folder %s.".formatted(state),
                "Stop that one, or choose another folder: ./mvnw spring-boot:test-run -Ddemo.state=other-state");
    }

    /** Says it in place of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<DemoCannotStart> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, DemoCannotStart cause) {
            return new FailureAnalysis(cause.getMessage(), cause.remedy, cause);
        }

    }

}
