package no.bits.tls.inbox;

import java.util.Base64;
import java.util.Map;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SafeHtmlTests {

    private static final byte[] PNG = Base64.getDecoder()
        .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @ParameterizedTest
    @EnumSource
    void nothingHostileIsLeft(HostileHtml hostile) {
        var body = Jsoup.parse(SafeHtml.page(hostile.html("http://evil.example"), Map.of())).body();
        assertThat(body.text()).contains("Hei, dette er " + hostile.name());
        assertThat(body.select(
                "script, style, link, meta, base, iframe, object, embed, form, input, button, svg, math, video, audio, img, template, noscript"))
            .isEmpty();
        assertThat(body.getAllElements())
            .allSatisfy((element) -> assertThat(element.attributes().asList()).as(element.html()).isEmpty());
    }

    @Test
    void listsQuotesAndTablesStay() {
        assertThat(shown("<ul><li>en</li></ul><blockquote>sitat</blockquote><pre>a\n  b</pre>"
                + "<table><tr><td colspan='2'>x</td></tr></table><hr>"))
            .contains("<li>en</li>", "<blockquote>sitat</blockquote>", "<pre>a\n  b</pre>", "<td colspan=\"2\">x</td>",
                    "<hr");
    }

    @ParameterizedTest
    @CsvSource({ "https://evil.example/a, https://bits.no, https://bits.no [https://evil.example/a]",
            "https://bits.no, https://bits.no, https://bits.no", "mailto:a@b.no, a@b.no, a@b.no",
            "javascript:alert(1), klikk, klikk", "data:text/html;x, klikk, klikk", "'', klikk, klikk" })
    void aLinkIsItsWordsAndWhereItLeads(String target, String words, String expected) {
        var body = Jsoup.parse(shown("<a href=\"%s\">%s</a>".formatted(target, words))).body();
        assertThat(body.text()).isEqualTo(expected);
        assertThat(body.select("a")).isEmpty();
    }

    @Test
    void ofPicturesOnlyThoseThatTheMailBringsAreShown() {
        var pictures = Map.of("logo@x", PNG, "page@x", "<html><script>alert(1)</script>".getBytes());
        var body = Jsoup.parse(
                SafeHtml.page("<img src='cid:logo@x' alt='Logo'><img src='cid:page@x' alt='Side'><img src='cid:none'>"
                        + "<img src='http://evil.example/x.png' alt='Sporing'>", pictures))
            .body();
        assertThat(body.select("img")).singleElement()
            .satisfies((picture) -> assertThat(picture.attr("src")).startsWith("data:image/png;base64,iVBOR"));
        assertThat(body.text()).contains("[bilde: Side]", "[bilde: Sporing]").doesNotContain("evil");
    }

    @Test
    void aPictureThatIsTooLargeIsLeftOut() {
        byte[] large = java.util.Arrays.copyOf(PNG, 4_000_001);
        assertThat(shown("<img src='cid:a'>", Map.of("a", large))).doesNotContain("<img");
    }

    private static String shown(String html) {
        return shown(html, Map.of());
    }

    private static String shown(String html, Map<String, byte[]> pictures) {
        return SafeHtml.page(html, pictures).replaceFirst("(?s).*<body>", "");
    }

}
