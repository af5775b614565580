package no.bits.tls.enquiry;

import java.security.Principal;

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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The side of the desk that {@code forms/answerEnquiry.html} loads and sends. */
@RestController
@RequestMapping("/desk/enquiries/{caseNumber}")
class EnquiryDesk {

    private final Enquiries enquiries;

    EnquiryDesk(Enquiries enquiries) {
        this.enquiries = enquiries;
    }

    @GetMapping
    EnquirySheet sheet(@PathVariable CaseNumber caseNumber) {
        return this.enquiries.sheet(caseNumber);
    }

    @PostMapping("/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Words answer, Principal user) {
        this.enquiries.answer(caseNumber, user.getName(), answer.words());
    }

    @PostMapping("/closing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Words reason, Principal user) {
        this.enquiries.close(caseNumber, user.getName(), reason.words());
    }

    /** What a person wrote: an answer or a reason. */
    record Words(@NotNull @Size(max = 20_000) String words) {
    }

}
