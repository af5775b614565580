package no.bits.tls.report;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The reports, the cases behind their figures, and the tiles, for managers and staff. */
@RestController
class ReportDesk {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final List<Report> reports;

    private final Periods periods;

    private final CaseList cases;

    private final Tiles tiles;

    ReportDesk(List<Report> reports, Periods periods, CaseList cases, Tiles tiles) {
        this.reports = reports;
        this.periods = periods;
        this.cases = cases;
        this.tiles = tiles;
    }

    /** How it stands now, for Cockpit's first page. */
    @GetMapping("/desk/figures/tiles")
    List<Tile> tiles() {
        return this.tiles.tiles();
    }

    /** A report about some months. */
    @GetMapping("/desk/figures/reports/{id}")
    Answer report(@PathVariable String id, Asked asked) {
        Report report = get(id);
        Period period = period(report, asked);
        return new Answer(period.from(), period.until(), report.panels(period));
    }

    /** One table of a report as a file. */
    @GetMapping("/desk/figures/reports/{id}/{panel}.csv")
    ResponseEntity<String> file(@PathVariable String id, @PathVariable String panel, Asked asked) {
        Report report = get(id);
        Period period = period(report, asked);
        Panel found = report.panels(period)
            .stream()
            .filter((one) -> one.id().equals(panel))
            .findFirst()
            .orElseThrow(ReportDesk::unknown);
        String name = "%s-%s-%s.csv".formatted(report.id(), found.id(), period);
        return ResponseEntity.ok()
            .contentType(CSV)
            .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
            .body(PanelFile.of(found));
    }

    /** The cases behind a figure. */
    @GetMapping("/desk/figures/cases")
    CasePage cases(@Valid CaseQuery query) {
        if (query.of().isStock()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return this.cases.find(query);
    }

    private Period period(Report report, Asked asked) {
        return this.periods.of(asked.from(), asked.until(), (asked.span() != null) ? asked.span() : report.span());
    }

    private Report get(String id) {
        return this.reports.stream()
            .filter((report) -> report.id().equals(id))
            .findFirst()
            .orElseThrow(ReportDesk::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND,
                new Words("Denne rapporten finnes ikke.", "There is no such report.").say());
    }

    /** A period as a reader asks for it. */
    record Asked(@Nullable YearMonth from, @Nullable YearMonth until, @Nullable Span span) {
    }

    /** A report and the months that it is about. */
    record Answer(YearMonth from, YearMonth until, List<Panel> panels) {
    }

}
