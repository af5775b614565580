package no.bits.tls.domainlist;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.identifier.DomainName;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/**
 * The newest version of the list as files that mail servers load, made for each reader.
 */
@Service
public class MailServerFiles {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Editions editions;

    private final Clock clock;

    MailServerFiles(Editions editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * A file as it is downloaded.
     * @param name one of {@link MailServer#files()}
     * @param own the reader's own domains, which are left out
     * @return the answer with the file, or nothing where no file is called so
     */
    public Optional<ResponseEntity<byte[]>> download(String name, Collection<DomainName> own) {
        return MailServerFile.named(name).map((file) -> {
            byte[] content = file.write(this.editions.latest(), own, OsloTime.today(this.clock));
            return ResponseEntity.ok()
                .contentType(TEXT)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
        });
    }

}
