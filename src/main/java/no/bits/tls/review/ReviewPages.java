package no.bits.tls.review;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import no.bits.tls.changepack.AnswerPages;
import no.bits.tls.domainlist.DomainList;
import no.bits.tls.outbox.LinkToken.Link;
import no.bits.tls.workflow.CaseElsewhere;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a participant confirms that its mail server has the list. */
@Controller
@RequestMapping("/tls/review/{token}")
class ReviewPages {

    private final Reviews reviews;

    private final AnswerPages pages;

    private final DomainList domainList;

    ReviewPages(Reviews reviews, AnswerPages pages, DomainList domainList) {
        this.reviews = reviews;
        this.pages = pages;
        this.domainList = domainList;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, @RequestParam(defaultValue = "nb") String lang,
            HttpServletResponse response) {
        return page(token, lang, null, false, response);
    }

    @PostMapping
    ModelAndView confirm(@PathVariable String token, @RequestParam(defaultValue = "nb") String lang,
            @RequestParam(defaultValue = "") List<String> server, @RequestParam(required = false) @Nullable String list,
            HttpServletResponse response) {
        return accept(this.pages.link(ReviewLetters.PURPOSE, token), server, list)
                ? this.pages.back("/tls/review/" + token, lang) : page(token, lang, server, true, response);
    }

    /** Whether nothing stood in the way; what needs no confirmation is left alone. */
    private boolean accept(Link link, List<String> servers, @Nullable String list) {
        QuarterlyReview review = this.reviews.get(link.about());
        if (link.expired() || !review.isOpen()) {
            return true;
        }
        try {
            this.pages.noteServers(this.reviews.participantOf(review), servers);
            this.reviews.confirm(review, AnswerPages.comparedVersion(list, this.domainList.latest().number()));
            return true;
        }
        catch (CaseElsewhere | OptimisticLockingFailureException ex) {
            return false;
        }
    }

    private ModelAndView page(String token, String lang, @Nullable List<String> ticked, boolean busy,
            HttpServletResponse response) {
        Link link = this.pages.link(ReviewLetters.PURPOSE, token);
        QuarterlyReview review = this.reviews.get(link.about());
        return this.pages
            .page("review", lang, link, this.reviews.participantOf(review),
                    busy ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK, response)
            .addObject("review", review)
            .addObject("ticked", ticked)
            .addObject("busy", busy);
    }

}
