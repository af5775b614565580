package no.bits.tls.inbox;

import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * What a page of HTML says, as plain text: a blank line between paragraphs, a line for
 * each row of a table with a tab between its cells.
 */
final class HtmlText implements NodeVisitor {

    private static final int LIMIT = 2_000_000;

    private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table",
            "blockquote", "pre");

    private static final Set<String> LINES = Set.of("div", "li", "tr", "hr", "dt", "dd", "address", "section",
            "article", "header", "footer", "caption");

    private static final Set<String> CELLS = Set.of("td", "th");

    private final StringBuilder text = new StringBuilder();

    private boolean inCell;

    private HtmlText() {
    }

    static String of(String html) {
        HtmlText visitor = new HtmlText();
        NodeTraversor.traverse(visitor, Jsoup.parse(html.substring(0, Math.min(html.length(), LIMIT))).body());
        return visitor.text.toString().replaceAll("\\n{3,}", "\n\n").strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            say(isPreformatted(words) ? words.getWholeText() : words.getWholeText().replaceAll("[\\s\\u00a0]+", " "));
        }
        else if (node instanceof Element element && CELLS.contains(element.normalName())) {
            beginCell(element);
        }
        else if (node instanceof Element element) {
            separate(element.normalName());
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            this.inCell &= !CELLS.contains(element.normalName());
            if (!element.normalName().equals("br")) {
                separate(element.normalName());
            }
        }
    }

    /** A cell with a table in it is layout, as in newsletters, any other is data. */
    private void beginCell(Element cell) {
        this.inCell = cell.selectFirst("table") == null;
        if (!this.inCell) {
            breakLine(1);
        }
        else if (cell.previousElementSibling() != null) {
            trimEnd();
            this.text.append('\t');
        }
    }

    private void separate(String name) {
        if (this.inCell) {
            say(PARAGRAPHS.contains(name) || LINES.contains(name) || name.equals("br") ? " " : "");
        }
        else if (name.equals("br")) {
            trimEnd();
            this.text.append('\n');
        }
        else if (PARAGRAPHS.contains(name)) {
            breakLine(2);
        }
        else if (LINES.contains(name)) {
            breakLine(1);
        }
    }

    private void say(String words) {
        boolean atStart = this.text.isEmpty() || Character.isWhitespace(this.text.charAt(this.text.length() - 1));
        this.text.append((atStart && words.startsWith(" ")) ? words.substring(1) : words);
    }

    private void breakLine(int wanted) {
        trimEnd();
        int present = 0;
        while (present < wanted && endsWith('\n', present)) {
            present++;
        }
        this.text.append("\n".repeat(this.text.isEmpty() ? 0 : wanted - present));
    }

    private void trimEnd() {
        while (endsWith(' ', 0) || endsWith('\t', 0)) {
            this.text.setLength(this.text.length() - 1);
        }
    }

    private boolean endsWith(char character, int before) {
        int place = this.text.length() - 1 - before;
        return place >= 0 && this.text.charAt(place) == character;
    }

    private static boolean isPreformatted(TextNode words) {
        return words.parent() != null && words.parent().nameIs("pre");
    }

}
