package no.bits.tls.enrolment;

import java.security.Principal;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import no.bits.tls.document.FormField;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The enrolment's side of the desk: what {@code forms/reviewEnrolment.html} and
 * {@code forms/awaitApplicant.html} load and send.
 */
@RestController
@RequestMapping("/desk/enrolments/{caseNumber}")
class EnrolmentDesk {

    private static final int LONGEST = 100_000;

    private static final int MOST_POINTS = 1000;

    private final EnrolmentReview review;

    private final EnrolmentWaiting waiting;

    EnrolmentDesk(EnrolmentReview review, EnrolmentWaiting waiting) {
        this.review = review;
        this.waiting = waiting;
    }

    @GetMapping
    ReviewSheet sheet(@PathVariable CaseNumber caseNumber) {
        return this.review.sheet(caseNumber);
    }

    @PutMapping("/form")
    ReviewSheet correct(@PathVariable CaseNumber caseNumber, @RequestParam(required = false) @Nullable Long seen,
            @RequestBody Map<FormField, @NotNull @Size(max = LONGEST) String> values, Principal user) {
        this.review.requireSeen(caseNumber, seen);
        return this.review.correct(caseNumber, user.getName(), values);
    }

    @PostMapping("/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(@PathVariable CaseNumber caseNumber, @RequestParam(required = false) @Nullable Long seen,
            @Valid @RequestBody Verdict verdict, Principal user) {
        this.review.requireSeen(caseNumber, seen);
        this.review.approve(caseNumber, user.getName(), verdict.form(), verdict.reason());
    }

    @PostMapping("/request")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(@PathVariable CaseNumber caseNumber, @RequestParam(required = false) @Nullable Long seen,
            @Valid @RequestBody Wish wish, Principal user) {
        this.review.requireSeen(caseNumber, seen);
        this.review.ask(caseNumber, user.getName(), wish.form(), wish.points(), wish.words());
    }

    @PostMapping("/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@PathVariable CaseNumber caseNumber, @RequestParam(required = false) @Nullable Long seen,
            @Valid @RequestBody Verdict verdict, Principal user) {
        this.review.requireSeen(caseNumber, seen);
        this.review.decline(caseNumber, user.getName(), verdict.form(), verdict.reason());
    }

    @GetMapping("/awaited-answer")
    AwaitedAnswer awaited(@PathVariable CaseNumber caseNumber) {
        return this.waiting.awaited(caseNumber);
    }

    @PostMapping("/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Return back, Principal user) {
        this.waiting.takeBack(caseNumber, user.getName(), back.reason());
    }

    /** A decision as it comes from the form. */
    record Verdict(@NotNull Map<FormField, @NotNull @Size(max = LONGEST) String> form,
            @NotNull @Size(max = LONGEST) String reason) {
    }

    /** A request for more as it comes from the form: the points by their codes. */
    record Wish(@NotNull Map<FormField, @NotNull @Size(max = LONGEST) String> form,
            @NotNull @Size(max = MOST_POINTS) List<@NotNull @Size(max = LONGEST) String> points,
            @NotNull @Size(max = LONGEST) String words) {
    }

    /** Why a case is taken back to its review. */
    record Return(@NotNull @Size(max = LONGEST) String reason) {
    }

}
