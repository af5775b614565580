package no.bits.tls.document;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of a stranger's document we draw.
 *
 * @param width the width of a drawn page in pixels; it is at most twice as high
 * @param maxPicture the most pixels of a picture that is shown, alone or in a page
 * @param timeLimit how long drawing one page may take
 * @param atOnce how many pages are drawn at the same time
 */
@Validated
@ConfigurationProperties("backoffice.preview")
record PreviewSettings(@Min(200) @Max(4000) @DefaultValue("1200") int width,
        @Min(1) @DefaultValue("40000000") long maxPicture, @DefaultValue("10s") Duration timeLimit,
        @Min(1) @DefaultValue("2") int atOnce) {
}
