package no.bits.tls.drift;

import java.security.Principal;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The side of the desk that {@code forms/followUpDrift.html} and the page of the
 * participants load and send.
 */
@RestController
@RequestMapping("/desk/drifts")
class DriftDesk {

    private final DriftFollowUp followUp;

    DriftDesk(DriftFollowUp followUp) {
        this.followUp = followUp;
    }

    @GetMapping
    List<DriftFollowUp.Noticed> of(@RequestParam long participant) {
        return this.followUp.of(participant);
    }

    @PostMapping("/{caseNumber}/follow-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begin(@PathVariable CaseNumber caseNumber) {
        this.followUp.begin(caseNumber);
    }

    @GetMapping("/{caseNumber}")
    DriftSheet sheet(@PathVariable CaseNumber caseNumber) {
        return this.followUp.sheet(caseNumber);
    }

    @PostMapping("/{caseNumber}/repetition")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void repeat(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Said said, Principal user) {
        this.followUp.repeat(caseNumber, user.getName(), said.words());
    }

    @PostMapping("/{caseNumber}/closing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void letBe(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Said said, Principal user) {
        this.followUp.letBe(caseNumber, user.getName(), said.words());
    }

    /** What somebody said, or why it is let be. */
    record Said(@NotNull @Size(max = 10_000) String words) {
    }

}
