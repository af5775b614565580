package no.bits.tls.enrolment;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.calendar.Language;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.tls.Requirement;
import no.bits.tls.tls.Verdict;

/**
 * What one mail server of a domain lacks.
 *
 * @param place the domain, and the server where it is one server's
 * @param verdict what was found there
 */
record MailServerFault(String place, Verdict verdict) {

    private static final String SEPARATOR = "|";

    static Stream<MailServerFault> in(DomainReport report, Requirement requirement) {
        String domain = report.domain().unicode();
        return report.faults()
            .stream()
            .filter((fault) -> fault.verdict().requirement() == requirement)
            .map((fault) -> new MailServerFault(
                    fault.mailHost().isEmpty() ? domain : "%s (%s)".formatted(domain, fault.mailHost()),
                    fault.verdict()));
    }

    /** The fault as a {@link Finding}'s detail, which {@link #parse} understands. */
    String detail() {
        return Stream
            .concat(Stream.of(this.verdict.requirement().name(), this.verdict.finding().name(), this.place),
                    this.verdict.details().stream())
            .map((word) -> URLEncoder.encode(word, StandardCharsets.UTF_8))
            .collect(Collectors.joining(SEPARATOR));
    }

    static Optional<MailServerFault> parse(String detail) {
        List<String> words = Arrays.stream(detail.split("\\|", -1))
            .map((word) -> URLDecoder.decode(word, StandardCharsets.UTF_8))
            .toList();
        return Arrays.stream(Requirement.values())
            .filter((requirement) -> words.size() > 2 && requirement.name().equals(words.get(0)))
            .findFirst()
            .map((requirement) -> new MailServerFault(words.get(2), new Verdict(requirement,
                    no.bits.tls.tls.Finding.valueOf(words.get(1)), words.subList(3, words.size()))));
    }

    String sentence(Language language) {
        return "%s: %s".formatted(this.place, this.verdict.sentence(language));
    }

}
