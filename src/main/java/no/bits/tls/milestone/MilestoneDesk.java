package no.bits.tls.milestone;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import no.bits.tls.changepack.Attestation.Means;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

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
 * The side of the desk that {@code forms/followUpMilestone.html} and the page of the
 * participants load and send.
 */
@RestController
@RequestMapping("/desk/milestones")
class MilestoneDesk {

    private final MilestoneFollowUp followUp;

    MilestoneDesk(MilestoneFollowUp followUp) {
        this.followUp = followUp;
    }

    @GetMapping
    List<MilestoneFollowUp.Asked> of(@RequestParam long participant) {
        return this.followUp.of(participant);
    }

    @PostMapping("/{caseNumber}/follow-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begin(@PathVariable CaseNumber caseNumber) {
        this.followUp.begin(caseNumber);
    }

    @GetMapping("/{caseNumber}")
    MilestoneSheet sheet(@PathVariable CaseNumber caseNumber) {
        return this.followUp.sheet(caseNumber);
    }

    @PostMapping("/{caseNumber}/done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void done(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Said said, Principal user) {
        this.followUp.record(caseNumber, user.getName(), MilestoneAnswer.DONE, said.means(), said.words());
    }

    @PostMapping("/{caseNumber}/inability")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void notAble(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Said said, Principal user) {
        this.followUp.record(caseNumber, user.getName(), MilestoneAnswer.NOT_ABLE, said.means(), said.words());
    }

    @PostMapping("/{caseNumber}/new-date")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askAgain(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Said said, Principal user) {
        this.followUp.askAgain(caseNumber, user.getName(), said.date(), said.words());
    }

    @PostMapping("/{caseNumber}/closing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stopAsking(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Said said, Principal user) {
        this.followUp.stopAsking(caseNumber, user.getName(), said.words());
    }

    /** What somebody said, how, and a new date where there is one. */
    record Said(@Nullable Means means, @NotNull @Size(max = 10_000) String words, @Nullable LocalDate date) {
    }

}
