package no.bits.tls.triage;

import java.security.Principal;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The triage's side of the desk: what {@code forms/sortEmail.html} loads and sends. */
@RestController
@RequestMapping("/desk/triage/{caseNumber}")
class MailTriageDesk {

    private final MailTriages triages;

    MailTriageDesk(MailTriages triages) {
        this.triages = triages;
    }

    @GetMapping
    TriageSheet sheet(@PathVariable CaseNumber caseNumber) {
        return this.triages.sheet(caseNumber);
    }

    @PostMapping("/sorting")
    MailTriage sort(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Sorted sorted, Principal user) {
        return this.triages.sort(caseNumber, user.getName(), sorted.as(),
                Optional.ofNullable(sorted.caseNumber()).flatMap(CaseNumber::in));
    }

    /** What the person says it is, and of a reply, to which case. */
    record Sorted(@NotNull Sorting as, @Nullable @Size(max = 100) String caseNumber) {
    }

}
