package no.bits.tls.domainlist;

/** Somebody asks for a version of the Domain List that was never published. */
public final class UnknownVersion extends RuntimeException {

    private final long number;

    private final long latest;

    private UnknownVersion(long number, long latest) {
        super("The Domain List has no version %d: ask for one of the versions 1 to %d".formatted(number, latest));
        this.number = number;
        this.latest = latest;
    }

    static UnknownVersion numbered(long number, long latest) {
        return new UnknownVersion(number, latest);
    }

    long number() {
        return this.number;
    }

    long latest() {
        return this.latest;
    }

}
