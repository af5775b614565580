package no.bits.tls.triage;

import java.security.Principal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import no.bits.tls.workflow.CaseNumber;

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
    MailTriage sheet(@PathVariable CaseNumber caseNumber) {
        return this.triages.get(caseNumber);
    }

    @PostMapping("/sorting")
    MailTriage sort(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Sorted sorted, Principal user) {
        return this.triages.sort(caseNumber, user.getName(), sorted.as());
    }

    /** What the person says it is. */
    record Sorted(@NotNull Sorting as) {
    }

}
