package no.bits.tls.casebook;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases for whoever looks for one, and the story of each for its form. */
@RestController
@RequestMapping("/desk/cases")
class CasebookDesk {

    private static final int LONGEST = 200;

    private final Casebook casebook;

    CasebookDesk(Casebook casebook) {
        this.casebook = casebook;
    }

    @GetMapping
    List<FoundCase> find(@RequestParam @NotBlank @Size(max = LONGEST) String words) {
        return this.casebook.find(words);
    }

    @GetMapping("/{caseNumber}")
    CaseStory story(@PathVariable CaseNumber caseNumber) {
        return new CaseStory(this.casebook.get(caseNumber), this.casebook.events(caseNumber));
    }

    /**
     * A case and everything that happened in it.
     *
     * @param label the case in a few words
     * @param events what happened, the newest first
     */
    record CaseStory(FoundCase label, List<CaseEvent> events) {
    }

}
