package no.bits.tls.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import no.bits.tls.identifier.EmailAddress;

/** The mail addresses in an answer, with names, brackets and schemes around them. */
final class Addresses {

    private static final Pattern CANDIDATE = Pattern.compile("[^\\s<>(),;:\"\\[\\]]+@[^\\s<>(),;:\"\\[\\]?/]+");

    private static final Pattern AROUND_AT = Pattern.compile("\\s*(?:@|[\\[(](?:at|krøllalfa|alfakrøll)[\\])])\\s*",
            Pattern.CASE_INSENSITIVE);

    private Addresses() {
    }

    /**
     * Reads the addresses.
     * @param answer what somebody wrote
     * @return each address once; the whole answer as typed where none is usable
     */
    static List<Value> in(String answer) {
        Set<String> found = new LinkedHashSet<>();
        CANDIDATE.matcher(AROUND_AT.matcher(answer).replaceAll("@"))
            .results()
            .map((match) -> match.group().replaceAll("^[_.']+|[_.']+$", ""))
            .forEach((candidate) -> EmailAddress.parse(candidate).ifPresent((mail) -> found.add(mail.value())));
        return found.isEmpty() ? List.of(Value.asTyped(answer)) : found.stream().map(Value::of).toList();
    }

}
