package no.bits.tls.domainlist;

import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import no.bits.tls.identifier.DomainName;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The Domain List as files, and the blank forms. */
@Controller
class DomainListDownloads {

    private static final Set<String> FORMS = Set.of("Vedlegg1_Samsvarserklaering_nb", "Vedlegg2_Opplysninger_nb",
            "Appendix1_Declaration_of_conformity_en", "Appendix2_Information_en");

    private static final MediaType DOCX = MediaType
        .valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private static final CacheControl NEWEST = CacheControl.maxAge(Duration.ofMinutes(5))
        .cachePublic()
        .mustRevalidate();

    private static final CacheControl NUMBERED = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private static final int MOST_EXCLUDED = 1000;

    private final Editions editions;

    private final MailServerFiles files;

    DomainListDownloads(Editions editions, MailServerFiles files) {
        this.editions = editions;
        this.files = files;
    }

    /**
     * The list as a file for machines, answered with 304 to whoever has it already.
     * {@code Repr-Digest} is its checksum (RFC 9530); any web page may read it.
     * @param name the file's name, for example {@code domains.csv}
     * @param version the version, or nothing for the newest
     * @return the file; 404 for another name
     * @throws UnknownVersion if the version was never published
     */
    @GetMapping("/tls/{name:domains\\.[a-z]+}")
    ResponseEntity<byte[]> list(@PathVariable String name, @RequestParam Optional<Long> version) {
        return this.editions.file(name, version)
            .map((file) -> answer(file).cacheControl(version.isPresent() ? NUMBERED : NEWEST).body(file.content()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * The list as a file that a mail server loads.
     * @param name the file's name, for example {@code postfix-outbound.txt}
     * @param exclude the reader's own domains, which are left out; at most 1,000
     * @return the file; 404 for another name
     */
    @GetMapping("/tls/files/{name}")
    ResponseEntity<byte[]> file(@PathVariable String name, @RequestParam(defaultValue = "") List<String> exclude) {
        List<DomainName> own = exclude.stream()
            .limit(MOST_EXCLUDED)
            .map(DomainName::parse)
            .flatMap(Optional::stream)
            .toList();
        return this.files.download(name, own).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * A blank form of appendix 1 or 2.
     * @param name one of the four forms' names
     * @return the form; 404 for another name
     */
    @GetMapping("/tls/forms/{name}.docx")
    ResponseEntity<Resource> form(@PathVariable String name) {
        if (!FORMS.contains(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
            .contentType(DOCX)
            .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name + ".docx"))
            .body(new ClassPathResource("forms/documents/" + name + ".docx"));
    }

    @ExceptionHandler
    ModelAndView unknown(UnknownVersion ex) {
        return new ModelAndView("error/404", Map.of("number", ex.number(), "latest", ex.latest()),
                HttpStatus.NOT_FOUND);
    }

    private static ResponseEntity.BodyBuilder answer(ListFile file) {
        String hex = HexFormat.of().formatHex(file.sha256());
        return ResponseEntity.ok()
            .eTag(hex)
            .lastModified(file.version().publishedAt())
            .contentType(file.mediaType())
            .header(HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.inline().filename(file.name()).build().toString())
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
            .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Repr-Digest, X-Checksum-SHA256")
            .header("Repr-Digest", "sha-256=:%s:".formatted(Base64.getEncoder().encodeToString(file.sha256())))
            .header("X-Checksum-SHA256", hex);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

}
