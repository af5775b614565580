package no.bits.tls.domainlist;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The list as comma-separated values (RFC 4180): the five columns of the scheme to the
 * letter, UTF-8 without byte order mark, CRLF. Its SHA-256 is the version's checksum, so
 * a change here changes what every later version is known by.
 */
@Component
class CsvFile implements ListFormat {

    /** The columns of the scheme, to the letter and in its order. */
    static final List<String> COLUMNS = List.of("Company name", "Company Identification number",
            "Domain with forced TLS", "Date of enrolment", "Requirement 5.2.4 supported?");

    @Override
    public String fileName() {
        return "domains.csv";
    }

    @Override
    public MediaType mediaType() {
        return new MediaType("text", "csv", StandardCharsets.UTF_8);
    }

    @Override
    public byte[] write(Edition edition) {
        return bytesOf(edition.rows());
    }

    /**
     * The checksum of these rows as CSV.
     * @param rows rows in the order of the list
     * @return 64 hexadecimal digits
     */
    static String sha256Of(List<ListedDomain> rows) {
        return HexFormat.of().formatHex(ListFile.sha256Of(bytesOf(rows)));
    }

    private static byte[] bytesOf(List<ListedDomain> rows) {
        return Stream.concat(Stream.of(COLUMNS), rows.stream().map(CsvFile::values))
            .map(CsvLine::of)
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> values(ListedDomain row) {
        return List.of(row.organisation(), row.number(), row.domain().ascii(), row.enrolledOn().toString(),
                row.jaOrNei());
    }

}
