package no.bits.tls.mailroom;

import no.bits.tls.document.NoPreview;
import no.bits.tls.document.Previews;
import no.bits.tls.inbox.Inbox;
import no.bits.tls.inbox.UnknownMail;
import no.bits.tls.workflow.DeskLanguage;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows staff what an attachment looks like, as pictures: of a PDF, which no browser
 * shows in a sandbox, one of each page.
 */
@RestController
@RequestMapping("/desk/mails/{id}/attachments/{number}/preview")
class AttachmentPreview {

    private final Inbox inbox;

    private final Previews previews;

    AttachmentPreview(Inbox inbox, Previews previews) {
        this.inbox = inbox;
        this.previews = previews;
    }

    @GetMapping
    Pages pages(@PathVariable long id, @PathVariable int number) {
        return new Pages(this.previews.pages(content(id, number)));
    }

    @GetMapping("/{page}")
    ResponseEntity<byte[]> page(@PathVariable long id, @PathVariable int number, @PathVariable int page) {
        Previews.Picture picture = this.previews.page(content(id, number), page);
        return ResponseEntity.ok()
            .header("Content-Security-Policy", "default-src 'none'; sandbox")
            .header("X-Content-Type-Options", "nosniff")
            .header("Referrer-Policy", "no-referrer")
            .header("Cache-Control", "private, no-store")
            .contentType(MediaType.parseMediaType(picture.type()))
            .body(picture.content());
    }

    @ExceptionHandler
    ProblemDetail noPreview(NoPreview reason) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY,
                DeskLanguage.ofReader().of(reason.norwegian(), reason.english()));
    }

    @ExceptionHandler(UnknownMail.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    void unknown() {
    }

    private byte[] content(long id, int number) {
        return this.inbox.mail(id)
            .attachments()
            .stream()
            .filter((attachment) -> attachment.number() == number)
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
            .content();
    }

    /** How many pages there are to see. */
    record Pages(int pages) {
    }

}
