package no.bits.tls.errorreport;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The figures of error reports as a page, and as Cockpit's first page shows them. */
@Controller
class ErrorFiguresPage {

    private static final int QUARTERS = 8;

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private final ErrorFigures figures;

    ErrorFiguresPage(ErrorFigures figures) {
        this.figures = figures;
    }

    @GetMapping("/desk/figures/error-reports")
    String page(Model model, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("summary", this.figures.summary())
            .addAttribute("periods", this.figures.periods(QUARTERS))
            .addAttribute("causes", this.figures.causes(QUARTERS))
            .addAttribute("offenders", this.figures.offenders());
        return "errorreport/figures";
    }

    @GetMapping("/desk/figures/errors")
    @ResponseBody
    ErrorFigures.Summary summary() {
        return this.figures.summary();
    }

}
