package no.bits.tls.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The declaration's running text, with its blanks between known words: "Organization ...,
 * with company ID number ... will for the domain ... only receive ...".
 */
final class Sentence {

    private static final int FAR = 600;

    private final String text;

    private final int[] rowStarts;

    private final List<Hit> hits = new ArrayList<>();

    private Sentence(List<Row> rows) {
        StringBuilder all = new StringBuilder();
        this.rowStarts = new int[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            this.rowStarts[i] = all.length();
            all.append(rows.get(i).text()).append('\n');
        }
        this.text = all.toString();
        String searchable = Phrase.searchable(this.text);
        for (Phrase phrase : Phrase.values()) {
            addHits(phrase, phrase.in(searchable));
        }
        this.hits.sort(Comparator.comparingInt(Hit::start));
        keepTelling();
    }

    /** Drops words inside others, and an organisation that no number follows. */
    private void keepTelling() {
        for (int i = this.hits.size() - 1; i > 0; i--) {
            if (this.hits.get(i).start < this.hits.get(i - 1).end) {
                this.hits.remove(i);
            }
        }
        for (int i = this.hits.size() - 1; i >= 0; i--) {
            boolean last = i + 1 == this.hits.size();
            Hit hit = this.hits.get(i);
            if (hit.phrase == Phrase.ORGANISATION && (last || !closes(hit, this.hits.get(i + 1)))) {
                this.hits.remove(i);
            }
        }
    }

    /** Whether a text holds words that only the declaration has. */
    static boolean marksDeclaration(String text) {
        String searchable = Phrase.searchable(text);
        return Phrase.DOMAIN.isIn(searchable) || Phrase.CONTACT.isIn(searchable);
    }

    /** Whether a text holds words of the forms that ask for nothing. */
    static boolean isProse(String text) {
        return Phrase.PROSE.isIn(Phrase.searchable(text));
    }

    /** Whether a text belongs to the printed words of the forms. */
    static boolean isPrinted(String text) {
        String searchable = Phrase.searchable(text);
        for (Phrase phrase : Phrase.values()) {
            if (phrase != Phrase.EMAIL && phrase != Phrase.ORGANISATION && phrase.isIn(searchable)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads the blanks.
     * @param rows a form
     * @return what stands in each blank that was found; blank ones too
     */
    static List<Entry> read(List<Row> rows) {
        return new Sentence(rows).entries();
    }

    private void addHits(Phrase phrase, Matcher matcher) {
        while (matcher.find()) {
            this.hits.add(new Hit(phrase, matcher.start(), matcher.end()));
        }
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < this.hits.size(); i++) {
            Hit hit = this.hits.get(i);
            Hit next = (i + 1 < this.hits.size()) ? this.hits.get(i + 1)
                    : new Hit(Phrase.PROSE, this.text.length(), this.text.length());
            FormField field = hit.phrase.field;
            if (field != null && next.start >= hit.end && counts(i)) {
                entries.add(entry(hit, next, field));
            }
        }
        return entries;
    }

    private boolean counts(int index) {
        boolean address = this.hits.get(index).phrase == Phrase.EMAIL;
        return !address || (index > 0 && this.hits.get(index - 1).phrase == Phrase.CONTACT);
    }

    private Entry entry(Hit hit, Hit next, FormField field) {
        String blank = this.text.substring(hit.end, next.start);
        String value = closes(hit, next) ? blank : firstLine(blank, field);
        String source = this.text.substring(hit.start, hit.end) + " " + value;
        return new Entry(field, rowAt(hit.end - 1), value, source);
    }

    /** Whether the next known words are those that end this blank. */
    private static boolean closes(Hit hit, Hit next) {
        return next.start - hit.end <= FAR * ((hit.phrase == Phrase.DOMAIN) ? 10 : 1) && switch (hit.phrase) {
            case ORGANISATION -> next.phrase == Phrase.NUMBER;
            case DOMAIN -> next.phrase == Phrase.DOMAIN_END;
            case CONTACT -> next.phrase == Phrase.EMAIL;
            default -> false;
        };
    }

    /** The rest of the line, or the next one where it can be such a value. */
    private static String firstLine(String blank, FormField field) {
        String[] lines = blank.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                boolean answer = i == 0 || Understanding.plausible(field, lines[i]);
                return answer ? completed(lines[i], (i + 1 < lines.length) ? lines[i + 1] : "", field) : "";
            }
        }
        return "";
    }

    /** A line, and the next one where only both together can be understood. */
    private static String completed(String line, String next, FormField field) {
        String both = line + "\n" + next;
        return (!Understanding.isComplete(field, line) && Understanding.isComplete(field, both)) ? both : line;
    }

    private int rowAt(int position) {
        int row = 0;
        while (row + 1 < this.rowStarts.length && this.rowStarts[row + 1] <= position) {
            row++;
        }
        return row;
    }

    private record Hit(Phrase phrase, int start, int end) {
    }

}
