package no.bits.tls.triage;

import java.security.Principal;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import no.bits.tls.inbox.UnknownMail;
import no.bits.tls.workflow.OpenTask;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the mail room asks and does about a mail that was put aside. */
@RestController
@RequestMapping("/desk/mails/{id}")
class PutAsideMailDesk {

    private final PutAsideMails mails;

    PutAsideMailDesk(PutAsideMails mails) {
        this.mails = mails;
    }

    @GetMapping("/task")
    Optional<OpenTask> waiting(@PathVariable long id) {
        return this.mails.waiting(id);
    }

    @PostMapping("/act")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void act(@PathVariable long id, @Valid @RequestBody Act act, Principal user) {
        this.mails.act(id, act.act(), user.getName());
    }

    @ExceptionHandler(UnknownMail.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    void unknown() {
    }

    /** What the person does. */
    record Act(@NotNull PutAsideAct act) {
    }

}
