package no.bits.tls.workflow;

/**
 * A case was told something that it does not wait for, most likely since it is between
 * two steps; a moment later it may wait for it.
 */
public final class CaseElsewhere extends RuntimeException {

    private CaseElsewhere(String message, Throwable cause) {
        super(message, cause);
    }

    static CaseElsewhere than(CaseNumber caseNumber, String message, Throwable cause) {
        return new CaseElsewhere("%s does not wait for %s now; try again in a moment".formatted(caseNumber, message),
                cause);
    }

}
