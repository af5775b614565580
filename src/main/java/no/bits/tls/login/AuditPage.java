package no.bits.tls.login;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import no.bits.tls.workflow.CaseBelongings;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which administrators see who has looked at personal data. */
@Controller
class AuditPage {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private final PersonalDataAccess book;

    private final List<CaseBelongings> belongings;

    AuditPage(PersonalDataAccess book, List<CaseBelongings> belongings) {
        this.book = book;
        this.belongings = belongings;
    }

    @GetMapping("/desk/audit")
    String page(AuditSearch search, Model model, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        List<Entry> found = this.book.find(search.parameters(thingsOf(search)));
        List<Entry> shown = found.subList(0, Math.min(found.size(), PersonalDataAccess.ROWS));
        model.addAttribute("search", search)
            .addAttribute("rows", shown.stream().map(AuditRow::of).toList())
            .addAttribute("older", (found.size() > shown.size()) ? shown.get(shown.size() - 1).id() : null);
        return "login/audit";
    }

    private List<String> thingsOf(AuditSearch search) {
        return Optional.ofNullable(search.caseNumber())
            .flatMap((words) -> CaseNumber.in(words.toUpperCase(Locale.ROOT)))
            .stream()
            .flatMap(this::thingsOf)
            .toList();
    }

    private Stream<String> thingsOf(CaseNumber caseNumber) {
        return Stream.concat(Stream.of(Look.CASE + " " + caseNumber), this.belongings.stream()
            .flatMap((kept) -> kept.of(caseNumber).stream().map((id) -> kept.path() + " " + id)));
    }

}
