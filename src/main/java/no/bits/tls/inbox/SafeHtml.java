package no.bits.tls.inbox;

import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/**
 * A stranger's HTML with nothing left but words, their emphasis, lists and tables: no
 * script, style, link, image or form.
 */
final class SafeHtml {

    private static final PolicyFactory POLICY = Sanitizers.FORMATTING.and(Sanitizers.BLOCKS).and(Sanitizers.TABLES);

    private static final int LIMIT = 2_000_000;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"><title></title><style>
            body { font: 15px/1.5 system-ui, sans-serif; color: #222; margin: 12px; overflow-wrap: anywhere }
            table { border-collapse: collapse } td, th { padding: 2px 8px; vertical-align: top; text-align: left }
            blockquote { margin: 0 0 0 4px; padding-left: 12px; border-left: 3px solid #ccc }
            </style></head><body>
            %s
            </body></html>
            """;

    private SafeHtml() {
    }

    static String page(String html) {
        return PAGE.formatted(POLICY.sanitize(html.substring(0, Math.min(html.length(), LIMIT))));
    }

}
