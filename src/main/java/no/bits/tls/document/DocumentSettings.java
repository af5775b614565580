package no.bits.tls.document;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of a stranger's document we take in.
 *
 * @param maxEntries the most files that a docx may hold
 * @param maxUnpacked the most bytes that a docx or a PDF may unpack to
 * @param maxPart the most bytes of one XML part
 * @param maxRatio the most bytes that one packed byte may become, counted from a megabyte
 * up
 * @param maxDepth the deepest nesting of XML elements
 * @param maxPages the most pages of a PDF
 * @param maxText the most characters that a file may show for its forms to be looked for
 * @param maxCell the most characters in one paragraph or cell of such a file
 * @param timeLimit how long the reading of one document may take
 * @param smallestScan a picture at least this large may be a scan, a smaller one is a
 * logo
 */
@Validated
@ConfigurationProperties("backoffice.document")
record DocumentSettings(@Min(1) @DefaultValue("1000") int maxEntries, @DefaultValue("64MB") DataSize maxUnpacked,
        @DefaultValue("8MB") DataSize maxPart, @Min(1) @DefaultValue("200") int maxRatio,
        @Min(16) @DefaultValue("200") int maxDepth, @Min(1) @DefaultValue("50") int maxPages,
        @Min(1) @DefaultValue("200000") int maxText, @Min(1) @DefaultValue("10000") int maxCell,
        @DefaultValue("30s") Duration timeLimit, @DefaultValue("40KB") DataSize smallestScan) {
}
