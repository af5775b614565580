package no.bits.tls.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.inbox.Inbox;
import no.bits.tls.inbox.WrittenNote;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/**
 * Where staff start a case for somebody who called, wrote a letter or came by: what they
 * write down is handled as if that person had mailed it.
 */
@Controller
class CaseByHandDesk {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final List<Sorting> STARTED = List.of(Sorting.ENROLMENT, Sorting.ERROR_REPORT,
            Sorting.REGISTER_CHANGE, Sorting.CONTACT_LIST_REQUEST, Sorting.WITHDRAWAL, Sorting.QUESTION);

    private final Inbox inbox;

    CaseByHandDesk(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/desk/new-case")
    String page(Model model, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        Map<String, String> kinds = new LinkedHashMap<>();
        STARTED.forEach((kind) -> kinds.put(kind.name(), kind.label()));
        model.addAttribute("kinds", kinds);
        return "triage/new-case";
    }

    @PostMapping(path = "/desk/new-case", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseBody
    Started start(@Valid @RequestPart Note note, @RequestPart(required = false) @Nullable List<MultipartFile> files,
            Principal user) {
        EmailAddress from = EmailAddress.parse(note.email()).orElseThrow(() -> TriageRefused.noAddress(note.email()));
        String kind = note.kind().kind().filter((name) -> STARTED.contains(note.kind())).orElseThrow();
        CaseNumber caseNumber = this.inbox.writeDown(
                new WrittenNote(from, note.name(), note.subject(), note.text(),
                        Optional.ofNullable(files).orElse(List.of()).stream().map(CaseByHandDesk::file).toList()),
                kind, user.getName());
        return new Started(caseNumber.value());
    }

    private static WrittenNote.File file(MultipartFile file) {
        try {
            return new WrittenNote.File(StringUtils.getFilename(String.valueOf(file.getOriginalFilename())),
                    file.getBytes());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * What a person wrote down.
     *
     * @param kind what it is
     * @param name who it is from
     * @param email where they can be answered
     * @param subject what it is about
     * @param text what was said
     */
    record Note(@NotNull Sorting kind, @NotBlank @Size(max = 200) String name, @NotNull @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String subject, @NotBlank @Size(max = 20_000) String text) {
    }

    /**
     * The case that was started.
     *
     * @param caseNumber its number
     */
    record Started(String caseNumber) {
    }

}
