package no.bits.tls.tls;

import java.util.List;

/** A probe ends before all is tested: with what was found, and what was said. */
final class ProbeStopped extends Exception {

    private static final long serialVersionUID = 1L;

    private final Finding finding;

    private final transient List<String> details;

    private final String said;

    ProbeStopped(Finding finding, String said, String... details) {
        super(finding + ": " + said);
        this.finding = finding;
        this.said = said;
        this.details = List.of(details);
    }

    Finding finding() {
        return this.finding;
    }

    List<String> details() {
        return this.details;
    }

    String said() {
        return this.said;
    }

}
