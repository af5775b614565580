package no.bits.tls.inbox;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import no.bits.tls.workflow.DeskLanguage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/**
 * A stranger's HTML with nothing left but words, their emphasis, lists, quotes, tables
 * and the pictures that the mail itself brings: no script, style or form, nothing from
 * elsewhere, and of a link its words and its target.
 */
final class SafeHtml {

    private static final int LIMIT = 2_000_000;

    private static final int MOST_PICTURES = 4_000_000;

    private static final int LONGEST_TARGET = 300;

    private static final Pattern TARGET = Pattern.compile("(?:https?|mailto|tel):.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern PICTURE = Pattern.compile("data:image/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=]+");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    private static final PolicyFactory POLICY = Sanitizers.FORMATTING.and(Sanitizers.BLOCKS)
        .and(Sanitizers.TABLES)
        .and(new HtmlPolicyBuilder()
            .allowElements("hr", "pre", "dl", "dt", "dd", "center", "address", "font", "img", "td", "th")
            .allowAttributes("colspan", "rowspan")
            .matching(NUMBER)
            .onElements("td", "th")
            .allowAttributes("alt")
            .onElements("img")
            .allowUrlProtocols("data")
            .allowAttributes("src")
            .matching(PICTURE)
            .onElements("img")
            .toFactory());

    private static final String PAGE = """
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"><title></title><style>
            body { font: 15px/1.5 system-ui, sans-serif; color: #1b1f24; margin: 14px; overflow-wrap: anywhere }
            table { border-collapse: collapse } td, th { padding: 2px 8px; vertical-align: top; text-align: left }
            blockquote { margin: 0 0 0 4px; padding-left: 12px; border-left: 3px solid #ccc; color: #57606a }
            img { max-width: 100%%; height: auto } pre { white-space: pre-wrap }
            </style></head><body>
            %s
            </body></html>
            """;

    private SafeHtml() {
    }

    /**
     * A whole page that shows the HTML.
     * @param html a stranger's HTML; what is beyond 2,000,000 characters is not shown
     * @param pictures the pictures that the mail brings, by Content-ID
     * @return a page that needs nothing from elsewhere and does nothing
     */
    static String page(String html, Map<String, byte[]> pictures) {
        Document document = Jsoup.parse(html.substring(0, Math.min(html.length(), LIMIT)));
        document.outputSettings().prettyPrint(false);
        document.select("a[href], area[href]").forEach(SafeHtml::showTarget);
        int left = MOST_PICTURES;
        for (Element picture : document.select("img")) {
            left -= bring(picture, pictures, left);
        }
        return PAGE.formatted(POLICY.sanitize(document.body().html()));
    }

    private static void showTarget(Element link) {
        String target = CleanText.line(link.attr("href"), LONGEST_TARGET);
        String words = link.text().strip();
        boolean told = words.equals(target) || target.equalsIgnoreCase("mailto:" + words);
        if (TARGET.matcher(target).matches() && !told) {
            link.appendChild(new TextNode(" [" + target + "]"));
        }
    }

    /** Puts a picture of the mail in its place; of any other only its words are left. */
    private static int bring(Element picture, Map<String, byte[]> pictures, int most) {
        String source = picture.attr("src");
        boolean own = source.regionMatches(true, 0, "cid:", 0, 4);
        byte[] content = own ? pictures.getOrDefault(source.substring(4), new byte[0]) : new byte[0];
        Optional<String> type = (content.length <= most) ? PictureType.of(content) : Optional.empty();
        if (type.isEmpty()) {
            picture.replaceWith(new TextNode(words(picture)));
            return 0;
        }
        picture.attr("src", "data:%s;base64,%s".formatted(type.get(), Base64.getEncoder().encodeToString(content)));
        return content.length;
    }

    private static String words(Element picture) {
        String words = picture.attr("alt").strip();
        return words.isEmpty() ? ""
                : DeskLanguage.ofReader().of("[bilde: ", "[image: ") + CleanText.line(words, LONGEST_TARGET) + "]";
    }

}
