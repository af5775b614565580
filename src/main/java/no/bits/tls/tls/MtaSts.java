package no.bits.tls.tls;

import java.util.List;

/**
 * A domain's MTA-STS policy (RFC 8461): shown, never judged.
 *
 * @param id the policy's id in DNS; empty where the domain announces no policy
 * @param mode {@code enforce}, {@code testing} or {@code none}; empty where the policy
 * was not read
 * @param maxAge how many seconds it is good for; 0 where it does not say
 * @param mx the mail servers that it allows, also as {@code *.example.com}
 * @param uncovered the domain's mail servers that it does not allow
 * @param problem why it is not usable, in English; empty where it is
 */
public record MtaSts(String id, String mode, long maxAge, List<String> mx, List<String> uncovered, String problem) {

    public MtaSts {
        mx = List.copyOf(mx);
        uncovered = List.copyOf(uncovered);
    }

    static MtaSts none() {
        return unusable("", "");
    }

    static MtaSts unusable(String id, String problem) {
        return new MtaSts(id, "", 0, List.of(), List.of(), problem);
    }

}
