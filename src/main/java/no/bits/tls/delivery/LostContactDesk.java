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

/** The side of the desk that {@code forms/findNewContact.html} loads and sends. */
@RestController
@RequestMapping("/desk/contacts/{caseNumber}")
class LostContactDesk {

    private final LostContacts contacts;

    LostContactDesk(LostContacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping
    ContactSheet sheet(@PathVariable CaseNumber caseNumber) {
        return this.contacts.sheet(caseNumber);
    }

    @PostMapping("/address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void found(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Found found, Principal user) {
        this.contacts.found(caseNumber, user.getName(), found.address(), found.reason());
    }

    @PostMapping("/settlement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settleOtherwise(@PathVariable CaseNumber caseNumber, @Valid @RequestBody Settled settled, Principal user) {
        this.contacts.settleOtherwise(caseNumber, user.getName(), settled.reason());
    }

    /** Where the contact is reached from now on, and who said so. */
    record Found(@NotNull @Size(max = 1_000) String address, @NotNull @Size(max = 10_000) String reason) {
    }

    /** Why no new address is registered. */
    record Settled(@NotNull @Size(max = 10_000) String reason) {
    }

}
