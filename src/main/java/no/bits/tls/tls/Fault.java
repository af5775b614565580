package no.bits.tls.tls;

/**
 * What is to be mended at a domain's mail servers.
 *
 * @param mailHost the server, by the name in the MX record; empty where it concerns the
 * domain as a whole
 * @param verdict what was found, with the sentences that say how to mend it
 */
public record Fault(String mailHost, Verdict verdict) {

    /** The number of the requirement, for example {@code 5.2.1}. */
    public String number() {
        return this.verdict.requirement().number();
    }

    /** What is so and what to do, in Norwegian (bokmål). */
    public String norwegian() {
        return this.verdict.norwegian();
    }

    /** What is so and what to do, in English. */
    public String english() {
        return this.verdict.english();
    }

}
