package no.bits.tls.delivery;

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

/** The side of the desk that {@code forms/followUpMail.html} loads and sends. */
@RestController
@RequestMapping("/desk/deliveries/{caseNumber}")
class DeliveryDesk {

    private final UndeliveredMails mails;

    DeliveryDesk(UndeliveredMails mails) {
        this.mails = mails;
    }

    @GetMapping
    UndeliveredMails.FollowUpSheet sheet(@PathVariable CaseNumber caseNumber) {
        return this.mails.sheet(caseNumber);
    }

    @PostMapping("/remedy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void followUp(@PathVariable CaseNumber caseNumber, @Valid @RequestBody FollowUp followUp, Principal user) {
        this.mails.followUp(caseNumber, user.getName(), followUp.remedy(), followUp.reason());
    }

    /** What the person does about it, and why. */
    record FollowUp(@NotNull Remedy remedy, @NotNull @Size(max = 10_000) String reason) {
    }

}
