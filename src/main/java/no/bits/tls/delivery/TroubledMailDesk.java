package no.bits.tls.delivery;

import java.security.Principal;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import no.bits.tls.workflow.OpenTask;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the mail room asks and does about a mail of ours that is in trouble. */
@RestController
@RequestMapping("/desk/sent/{id}")
class TroubledMailDesk {

    private final TroubledMails mails;

    TroubledMailDesk(TroubledMails mails) {
        this.mails = mails;
    }

    @GetMapping("/task")
    Optional<OpenTask> waiting(@PathVariable UUID id) {
        return this.mails.waiting(id);
    }

    @PostMapping("/act")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void act(@PathVariable UUID id, @Valid @RequestBody Act act, Principal user) {
        this.mails.act(id, act.act(), user.getName());
    }

    /** What the person does. */
    record Act(@NotNull Remedy act) {
    }

}
