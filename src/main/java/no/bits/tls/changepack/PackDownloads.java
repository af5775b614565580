package no.bits.tls.changepack;

import no.bits.tls.domainlist.DomainList;
import no.bits.tls.domainlist.MailServerFiles;
import no.bits.tls.outbox.LinkToken.Link;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.Participants;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The files of a change pack, fetched by the links in our mails. */
@Controller
class PackDownloads {

    private final AnswerPages pages;

    private final Participants participants;

    private final MailServerFiles files;

    private final DomainList list;

    private final Ledger ledger;

    PackDownloads(AnswerPages pages, Participants participants, MailServerFiles files, DomainList list, Ledger ledger) {
        this.pages = pages;
        this.participants = participants;
        this.files = files;
        this.list = list;
        this.ledger = ledger;
    }

    /**
     * The newest version as a file, without the participant's own domains; the ledger
     * notes that it was fetched.
     * @param token the participant's token
     * @param name the file's name, for example {@code postfix-outbound.txt}
     * @return the file; an old link leads to the files for everybody; 404 where no file
     * is called so or we did not make the token
     */
    @GetMapping("/tls/pack/{token}/{name}")
    @Transactional
    ResponseEntity<?> file(@PathVariable String token, @PathVariable String name) {
        Link link = this.pages.link(ChangePacks.PURPOSE, token);
        if (link.expired()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", "/tls#filer").build();
        }
        Participant participant = this.participants.find(link.about()).orElseThrow(PackDownloads::notFound);
        long version = this.list.latest().number();
        ResponseEntity<byte[]> file = this.files.download(name, participant.listedDomains())
            .orElseThrow(PackDownloads::notFound);
        this.ledger.downloaded(participant.id(), version, name);
        return ResponseEntity.ok().headers(file.getHeaders()).cacheControl(CacheControl.noStore()).body(file.getBody());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

}
