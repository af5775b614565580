package no.bits.tls.errorreport;

import java.security.Principal;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** The side of the desk that the forms of an error report load and send. */
@RestController
@RequestMapping("/desk/error-reports/{caseNumber}")
class ErrorReportDesk {

    private final ErrorReportSheets sheets;

    private final ErrorReportAssessment assessment;

    private final ErrorReportFollowUp followUp;

    private final ErrorReportWaiting waiting;

    ErrorReportDesk(ErrorReportSheets sheets, ErrorReportAssessment assessment, ErrorReportFollowUp followUp,
            ErrorReportWaiting waiting) {
        this.sheets = sheets;
        this.assessment = assessment;
        this.followUp = followUp;
        this.waiting = waiting;
    }

    @GetMapping
    ErrorReportSheet sheet(@PathVariable CaseNumber caseNumber) {
        return this.sheets.of(caseNumber);
    }

    /** It is about another domain than we read. */
    @PostMapping("/domain")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correctDomain(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Domain domain) {
        this.assessment.correctDomain(caseNumber, domain.domain());
    }

    @PostMapping("/assessment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assess(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Assessed assessed, Principal user) {
        this.assessment.decide(caseNumber, user.getName(), assessed.assessment(), assessed.words(),
                Optional.ofNullable(assessed.other()).flatMap(CaseNumber::in));
    }

    @PostMapping("/follow-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void followUp(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Followed followed, Principal user) {
        this.followUp.decide(caseNumber, user.getName(), followed.pursuit(), followed.words());
    }

    @PostMapping("/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Return back, Principal user) {
        this.waiting.takeBack(caseNumber, user.getName(), back.reason());
    }

    /** A domain as a person writes it. */
    record Domain(@NotNull @Size(max = 300) String domain) {
    }

    /** What a person found, what goes into the mail, and which case has it already. */
    record Assessed(@NotNull Assessment assessment, @NotNull @Size(max = 10_000) String words,
            @Nullable @Size(max = 30) String other) {
    }

    /** Why a person goes on with a case that waits. */
    record Return(@NotNull @Size(max = 10_000) String reason) {
    }

    /** What a person wants done, and what goes into the mails. */
    record Followed(@NotNull Pursuit pursuit, @NotNull @Size(max = 10_000) String words) {
    }

}
