package no.bits.tls.demo;

import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import no.bits.tls.calendar.OsloTime;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page from which a newcomer plays everybody outside Bits: the applicants, the
 * receivers of our mails, and time.
 */
@Controller
@TestComponent
class DemoDesk {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter
        .ofPattern("EEEE d. MMMM yyyy 'kl.' HH.mm", Locale.forLanguageTag("nb-NO"))
        .withZone(OsloTime.ZONE);

    private final DemoSettings settings;

    private final DemoMail mail;

    private final Postman postman;

    private final TimeTravel time;

    DemoDesk(DemoSettings settings, DemoMail mail, Postman postman, TimeTravel time) {
        this.settings = settings;
        this.mail = mail;
        this.postman = postman;
        this.time = time;
    }

    @GetMapping("/demo")
    String desk(Model model) {
        model.addAttribute("samples", this.settings.samples());
        model.addAttribute("people", DemoPeople.ALL);
        model.addAttribute("password", DemoPeople.PASSWORD);
        model.addAttribute("mails", this.mail.sent());
        model.addAttribute("dayAndTime", DAY_AND_TIME);
        model.addAttribute("now", this.time.now());
        model.addAttribute("daysAhead", this.time.daysAhead());
        return "demo/desk";
    }

    @PostMapping("/demo/samples/{number}")
    String mailSample(@PathVariable int number, @RequestParam(defaultValue = "false") boolean anew,
            RedirectAttributes page) {
        DemoSettings.Sample sample = this.settings.samples().get(number);
        if (anew) {
            this.postman.bringAnew(sample.name());
        }
        else {
            this.postman.bring(sample.name());
        }
        page.addFlashAttribute("done", "E-posten fra %s er sendt til %s.".formatted(sample.from(), DemoMail.MAILBOX));
        return "redirect:/demo";
    }

    @GetMapping("/demo/mails/{number}")
    String read(@PathVariable long number, Model model) {
        model.addAttribute("mail", sent(number));
        model.addAttribute("dayAndTime", DAY_AND_TIME);
        return "demo/mail";
    }

    @GetMapping(path = "/demo/mails/{number}/source", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @ResponseBody
    String source(@PathVariable long number) {
        return sent(number).source();
    }

    @PostMapping("/demo/mails/{number}/answer")
    String answer(@PathVariable long number, @RequestParam String text, RedirectAttributes page) {
        SentMail answered = sent(number);
        this.postman.answer(answered, text);
        page.addFlashAttribute("done", "Svaret fra %s er sendt.".formatted(answered.receiver()));
        return "redirect:/demo";
    }

    @PostMapping("/demo/clock")
    String moveClock(@RequestParam Period forward, RedirectAttributes page) {
        this.time.forward(forward);
        page.addFlashAttribute("done", "Klokken er stilt frem til %s.".formatted(DAY_AND_TIME.format(this.time.now())));
        return "redirect:/demo";
    }

    private SentMail sent(long number) {
        return this.mail.sent(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

}
