package no.bits.tls.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds the two forms in a document: by their headings, and where these are missing by
 * what only one of the forms asks for.
 */
final class FormFinder {

    private static final String NUMBERED = "^\\W*(?:appendix|vedlegg|annex|attachment|bilag)\\s*(?:nr\\.?|no\\.?|#)?\\s*";

    private static final String TITLE_ONLY = "\\b(?!\\s*(?:og|and|&|,|\\+|to|til|er|is|are|som|which|sendes)(?:\\W|$))"
            + "(?!.*(?:\\.{3}|…|\\t)\\s*\\d+$)(?!.*\\p{L}\\. \\p{L}).{0,90}$";

    private static final Pattern DECLARATION = Pattern.compile(NUMBERED + "(?:1|I|one|en)" + TITLE_ONLY
            + "|^\\W*(?:declaration of (?:conformity|compliance)|samsvarserklæring|erklæring om samsvar)(?:en)?\\b.{0,25}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern COMPANY_FORM = Pattern.compile(
            NUMBERED + "(?:2|II|two|to)" + TITLE_ONLY
                    + "|^\\W*(?:information about the (?:business|company|organi[sz]ation|enterprise)"
                    + "|opplysninger om (?:virksomheten|bedriften|selskapet|foretaket|organisasjonen)"
                    + "|skjema om virksomheten|company form)\\b.{0,120}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern OTHER = Pattern.compile(NUMBERED + "(?:[3-9]|III|IV|three|tre)" + TITLE_ONLY,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final List<Row> rows;

    private final List<Form> forms = new ArrayList<>();

    private FormFinder(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * Finds the forms.
     * @param rows what the whole document shows
     * @return the candidates, in their order
     */
    static List<Form> find(List<Row> rows) {
        FormFinder finder = new FormFinder(rows);
        Set<Appendix> titled = EnumSet.noneOf(Appendix.class);
        rows.forEach((row) -> appendixHeadedBy(row).ifPresent(titled::add));
        finder.split(titled);
        return finder.forms;
    }

    private void split(Set<Appendix> titled) {
        int start = 0;
        Appendix appendix = null;
        boolean ignored = false;
        for (int i = 0; i <= this.rows.size(); i++) {
            if (i == this.rows.size() || isHeading(this.rows.get(i))) {
                if (!ignored) {
                    addPart(this.rows.subList(start, i), appendix, titled);
                }
                start = i;
                appendix = (i < this.rows.size()) ? appendixHeadedBy(this.rows.get(i)).orElse(null) : null;
                ignored = appendix == null;
            }
        }
    }

    /** A part under a heading, or before the first one. */
    private void addPart(List<Row> part, @Nullable Appendix heading, Set<Appendix> titled) {
        List<@Nullable Appendix> owners = owners(part, heading);
        int start = 0;
        for (int i = 1; i <= part.size(); i++) {
            if (i == part.size() || owners.get(i) != owners.get(start)) {
                Appendix owner = owners.get(start);
                if (owner != null && (owner == heading || !titled.contains(owner))) {
                    add(new Form(owner, part.subList(start, i)));
                }
                else if (owner != null && heading != null) {
                    add(new Form(heading, part.subList(start, i)));
                }
                start = i;
            }
        }
    }

    private void add(Form form) {
        Form last = this.forms.isEmpty() ? null : this.forms.get(this.forms.size() - 1);
        if (last != null && last.appendix() == form.appendix()) {
            List<Row> joined = new ArrayList<>(last.rows());
            joined.addAll(form.rows());
            this.forms.set(this.forms.size() - 1, new Form(form.appendix(), joined));
        }
        else {
            this.forms.add(form);
        }
    }

    /** Each row belongs to the form of the next row that only one form has. */
    private static List<@Nullable Appendix> owners(List<Row> part, @Nullable Appendix heading) {
        List<@Nullable Appendix> owners = new ArrayList<>();
        Appendix last = heading;
        for (Row row : part) {
            Appendix owner = Marks.of(row, last).orElse(null);
            owners.add(owner);
            last = (owner != null) ? owner : last;
        }
        Appendix next = last;
        for (int i = part.size() - 1; i >= 0; i--) {
            next = (owners.get(i) != null) ? owners.get(i) : next;
            owners.set(i, next);
        }
        return owners;
    }

    private static boolean isHeading(Row row) {
        return appendixHeadedBy(row).isPresent() || matches(row, OTHER);
    }

    private static Optional<Appendix> appendixHeadedBy(Row row) {
        if (matches(row, DECLARATION)) {
            return Optional.of(Appendix.DECLARATION);
        }
        return matches(row, COMPANY_FORM) ? Optional.of(Appendix.COMPANY_FORM) : Optional.empty();
    }

    private static boolean matches(Row row, Pattern heading) {
        return row.only().filter((cell) -> heading.matcher(cell.line()).find()).isPresent()
                || (row.cells().size() == 2 && heading.matcher(row.text()).find());
    }

    /** What only one of the forms asks for. */
    private static final class Marks {

        static Optional<Appendix> of(Row row, @Nullable Appendix before) {
            if (Sentence.marksDeclaration(row.text())) {
                return Optional.of(Appendix.DECLARATION);
            }
            List<FormField> fields = LabelledCell.fieldsIn(row);
            if (fields.size() > 3) {
                return Optional.empty();
            }
            return fields.stream().map((field) -> markedBy(field, before)).flatMap(Optional::stream).findFirst();
        }

        private static Optional<Appendix> markedBy(FormField field, @Nullable Appendix before) {
            return switch (field) {
                case ADMINISTRATOR_NAME, ADMINISTRATOR_EMAIL, TECHNICAL_EMAIL, TECHNICAL_PHONE, INBOUND_ENFORCEMENT ->
                    Optional.of(Appendix.COMPANY_FORM);
                case CONTACT_NAME, CONTACT_EMAIL -> Optional.of(Appendix.DECLARATION);
                case SIGNATURE -> Optional.ofNullable(before).filter((form) -> form == Appendix.DECLARATION);
                default -> Optional.empty();
            };
        }

    }

}
