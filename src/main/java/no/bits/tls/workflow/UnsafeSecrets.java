package no.bits.tls.workflow;

import java.util.List;

/** The application was about to start with secrets that are missing or easily guessed. */
final class UnsafeSecrets extends RuntimeException {

    private UnsafeSecrets(String message) {
        super(message);
    }

    static UnsafeSecrets in(List<String> complaints) {
        return new UnsafeSecrets("The back office does not start, because these secrets are not safe:%n%n    %s"
            .formatted(String.join(System.lineSeparator() + "    ", complaints)));
    }

}
