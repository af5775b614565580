package no.bits.tls.changepack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import no.bits.tls.domainlist.CsvLine;
import no.bits.tls.workflow.DeskLanguage;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The ledger as a page and a file, for managers and staff. */
@Controller
class LedgerPage {

    private static final int ROWS = 100;

    private static final int VERSIONS = 20;

    private static final int EVERYBODY = 1_000_000;

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private final LedgerFigures figures;

    LedgerPage(LedgerFigures figures) {
        this.figures = figures;
    }

    @GetMapping("/desk/figures/ledger")
    String page(@RequestParam(defaultValue = "1") int behind, @RequestParam(defaultValue = "1") int page, Model model,
            HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        Map<Integer, Integer> counts = this.figures.behind();
        int least = Math.max(0, behind);
        int found = counts.entrySet()
            .stream()
            .filter((count) -> count.getKey() >= least)
            .mapToInt(Map.Entry::getValue)
            .sum();
        int pages = Math.max(1, (found + ROWS - 1) / ROWS);
        int shown = Math.min(Math.max(page, 1), pages);
        model.addAttribute("counts", counts)
            .addAttribute("behind", least)
            .addAttribute("found", found)
            .addAttribute("page", shown)
            .addAttribute("pages", pages)
            .addAttribute("entries", this.figures.entries(least, (shown - 1) * ROWS, ROWS))
            .addAttribute("reach", this.figures.reach(VERSIONS));
        return "changepack/ledger";
    }

    /** How many are behind, for Cockpit's first page. */
    @GetMapping("/desk/figures/behind")
    @ResponseBody
    Map<Integer, Integer> behind() {
        return this.figures.behind();
    }

    @GetMapping("/desk/figures/ledger.csv")
    ResponseEntity<String> file() {
        Stream<List<String>> rows = this.figures.entries(0, 0, EVERYBODY).stream().map(LedgerPage::values);
        return ResponseEntity.ok()
            .contentType(CSV)
            .header(HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename("ledger.csv").build().toString())
            .body(Stream.concat(Stream.of(headings(DeskLanguage.ofReader())), rows)
                .map(CsvLine::of)
                .collect(Collectors.joining()));
    }

    private static List<String> headings(DeskLanguage reader) {
        return List.of(reader.of("Virksomhet", "Organisation"), reader.of("Organisasjonsnummer", "Organisation number"),
                reader.of("Domener", "Domains"), reader.of("Bekreftet versjon", "Confirmed version"),
                reader.of("Bekreftet", "Confirmed"), reader.of("Kvartaler på etterskudd", "Quarters behind"));
    }

    private static List<String> values(LedgerEntry entry) {
        return List.of(entry.organisation(), entry.organisationNumber(), String.valueOf(entry.domains()),
                String.valueOf(entry.listVersion()), entry.confirmedOn().toString(),
                String.valueOf(entry.quartersBehind()));
    }

}
