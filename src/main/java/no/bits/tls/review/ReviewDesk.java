package no.bits.tls.review;

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
 * The side of the desk that {@code forms/followUpReview.html} and the page of the
 * participants load and send.
 */
@RestController
@RequestMapping("/desk/reviews")
class ReviewDesk {

    private final ReviewFollowUp followUp;

    ReviewDesk(ReviewFollowUp followUp) {
        this.followUp = followUp;
    }

    @GetMapping
    List<ReviewFollowUp.Asked> of(@RequestParam long participant) {
        return this.followUp.of(participant);
    }

    @PostMapping("/{caseNumber}/follow-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begin(@PathVariable CaseNumber caseNumber) {
        this.followUp.begin(caseNumber);
    }

    @GetMapping("/{caseNumber}")
    ReviewSheet sheet(@PathVariable CaseNumber caseNumber) {
        return this.followUp.sheet(caseNumber);
    }

    @PostMapping("/{caseNumber}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Said said, Principal user) {
        this.followUp.confirm(caseNumber, user.getName(), said.version(), said.means(), said.words());
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

    /**
     * What somebody said, how, about which version, and a new date where there is one.
     */
    record Said(@Nullable Long version, @Nullable Means means, @NotNull @Size(max = 10_000) String words,
            @Nullable LocalDate date) {
    }

}
