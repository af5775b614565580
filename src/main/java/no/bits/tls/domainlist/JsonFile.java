package no.bits.tls.domainlist;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The list as JSON, with what a machine needs to trust it. */
@Component
class JsonFile implements ListFormat {

    private static final ObjectWriter WRITER = new ObjectMapper()
        .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    @Override
    public String fileName() {
        return "domains.json";
    }

    @Override
    public MediaType mediaType() {
        return MediaType.APPLICATION_JSON;
    }

    @Override
    public byte[] write(Edition edition) {
        try {
            return (WRITER.writeValueAsString(Content.of(edition)) + "\n").getBytes(StandardCharsets.UTF_8);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException("The Domain List cannot be written as JSON", ex);
        }
    }

    /** The whole file; the time is null before the first publication. */
    private record Content(long version, @Nullable String publishedAt, int count, String sha256, List<Row> domains) {

        static Content of(Edition edition) {
            DomainListVersion version = edition.version();
            return new Content(version.number(), (version.number() > 0) ? version.publishedAt().toString() : null,
                    version.domains(), version.sha256(), edition.rows().stream().map(Row::of).toList());
        }

    }

    /** One domain. */
    private record Row(String organisation, @Nullable String organisationNumber, String domain, String domainUnicode,
            String enrolledOn, String inboundEnforcement) {

        static Row of(ListedDomain row) {
            return new Row(row.organisation(), row.number().isEmpty() ? null : row.number(), row.domain().ascii(),
                    row.domain().unicode(), row.enrolledOn().toString(), row.jaOrNei());
        }

    }

}
