package no.bits.tls.domaincheck;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The side of the desk that Tasklist's element {@code domain-checks} loads and asks. */
@RestController
@RequestMapping("/desk/domain-checks")
class DomainCheckDesk {

    private final DomainChecks checks;

    private final MailOperators operators;

    private final Clock clock;

    DomainCheckDesk(DomainChecks checks, MailOperators operators, Clock clock) {
        this.checks = checks;
        this.operators = operators;
        this.clock = clock;
    }

    /** What was seen for a case, a sheet for each of its domains. */
    @GetMapping("/cases/{caseNumber}")
    List<CheckSheet> of(@PathVariable CaseNumber caseNumber) {
        return this.checks.of(caseNumber)
            .stream()
            .collect(Collectors.groupingBy(DomainCheck::domain, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(this::sheet)
            .toList();
    }

    /** What was seen last at a domain, for whatever reason. */
    @GetMapping("/domains/{domain}")
    List<CheckSheet> of(@PathVariable String domain) {
        List<DomainCheck> checks = this.checks.of(parse(domain));
        return checks.isEmpty() ? List.of() : List.of(sheet(checks));
    }

    /** Checks a domain again now. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void again(@Valid @RequestBody Wish wish) {
        this.checks.askNow(parse(wish.domain()),
                Optional.ofNullable(wish.caseNumber()).flatMap(CaseNumber::in).orElse(null));
    }

    private CheckSheet sheet(List<DomainCheck> checks) {
        return CheckSheet.of(checks, this.operators.of(checks.get(0).domain()), this.clock.instant());
    }

    private static DomainName parse(String domain) {
        return DomainName.parse(domain).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Which domain, and for which case if for one. */
    record Wish(@NotNull @Size(max = 300) String domain, @Nullable @Size(max = 30) String caseNumber) {
    }

}
