package no.bits.tls.milestone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.changepack.AnswerPages;
import no.bits.tls.domainlist.DomainList;
import no.bits.tls.milestone.AnswerForm.Mistake;
import no.bits.tls.outbox.LinkToken.Link;
import no.bits.tls.participant.Participant;
import no.bits.tls.workflow.CaseElsewhere;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a participant answers for its milestone. */
@Controller
@RequestMapping("/tls/milestone/{token}")
class MilestonePages {

    private final Milestones milestones;

    private final AnswerPages pages;

    private final DomainList domainList;

    private final MilestoneSettings settings;

    private final Clock clock;

    MilestonePages(Milestones milestones, AnswerPages pages, DomainList domainList, MilestoneSettings settings,
            Clock clock) {
        this.milestones = milestones;
        this.pages = pages;
        this.domainList = domainList;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, @RequestParam(defaultValue = "nb") String lang,
            HttpServletResponse response) {
        return page(token, lang, AnswerForm.empty(), Optional.empty(), response);
    }

    @PostMapping
    ModelAndView answer(@PathVariable String token, @RequestParam(defaultValue = "nb") String lang,
            @ModelAttribute AnswerForm form, HttpServletResponse response) {
        Optional<Mistake> mistake = take(this.pages.link(MilestoneLetters.PURPOSE, token), form);
        return mistake.isPresent() ? page(token, lang, form, mistake, response)
                : this.pages.back("/tls/milestone/" + token, lang);
    }

    private Optional<Mistake> take(Link link, AnswerForm form) {
        Milestone milestone = this.milestones.get(link.about());
        if (link.expired() || !milestone.isOpen()) {
            return Optional.empty();
        }
        Optional<Mistake> mistake = form.mistake(tomorrow(), latest(), milestone.extended());
        return mistake.isPresent() ? mistake : accept(milestone, form);
    }

    private Optional<Mistake> accept(Milestone milestone, AnswerForm form) {
        try {
            this.pages.noteServers(this.milestones.participantOf(milestone), form.servers());
            this.milestones.answer(milestone, form.given(this.domainList.latest().number()));
            return Optional.empty();
        }
        catch (CaseElsewhere | OptimisticLockingFailureException ex) {
            return Optional.of(Mistake.BUSY);
        }
    }

    private ModelAndView page(String token, String lang, AnswerForm form, Optional<Mistake> mistake,
            HttpServletResponse response) {
        Link link = this.pages.link(MilestoneLetters.PURPOSE, token);
        Milestone milestone = this.milestones.get(link.about());
        Participant participant = this.milestones.participantOf(milestone);
        return this.pages
            .page("milestone", lang, link, participant,
                    mistake.isPresent() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK, response)
            .addObject("milestone", milestone)
            .addObject("domains", MilestoneLetters.domains(milestone, participant))
            .addObject("earliest", tomorrow())
            .addObject("latest", latest())
            .addObject("form", form)
            .addObject("ticked", form.server())
            .addObject("mistake", mistake.orElse(null));
    }

    private LocalDate tomorrow() {
        return OsloTime.today(this.clock).plusDays(1);
    }

    private LocalDate latest() {
        return OsloTime.today(this.clock).plusDays(this.settings.longestExtension().toDays());
    }

}
