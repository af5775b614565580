package no.bits.tls.domainlist;

import java.time.format.DateTimeFormatter;

import no.bits.tls.calendar.OsloTime;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The public page with the Domain List, in Norwegian and English (requirement: the list
 * must be published at bits.no/tls).
 */
@Controller
class DomainListPages {

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
        .withZone(OsloTime.ZONE);

    private final Editions editions;

    private final DomainListSettings settings;

    private final PublicLinks links;

    DomainListPages(Editions editions, DomainListSettings settings, PublicLinks links) {
        this.editions = editions;
        this.settings = settings;
        this.links = links;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/tls";
    }

    @GetMapping({ "/tls", "/tls/" })
    String norwegian(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page,
            Model model) {
        describe(q, page, model);
        return "domainlist/nb";
    }

    @GetMapping({ "/tls/en", "/tls/en/" })
    String english(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        describe(q, page, model);
        return "domainlist/en";
    }

    private void describe(String question, int page, Model model) {
        Edition edition = this.editions.latest();
        int pages = edition.pages(this.settings.rowsPerPage());
        int shown = Math.min(Math.max(page, 1), pages);
        model.addAttribute("version", edition.version())
            .addAttribute("publishedAt", TO_THE_MINUTE.format(edition.version().publishedAt()))
            .addAttribute("columns", CsvFile.COLUMNS)
            .addAttribute("rows", edition.page(shown, this.settings.rowsPerPage()))
            .addAttribute("page", shown)
            .addAttribute("pages", pages)
            .addAttribute("question", question)
            .addAttribute("answer", question.isBlank() ? null : Answer.to(question, edition))
            .addAttribute("servers", MailServer.values())
            .addAttribute("contact", this.links.contact().value());
    }

}
