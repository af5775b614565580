package no.bits.tls.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import no.bits.tls.document.DocumentReading.Kind;
import no.bits.tls.document.DocumentReading.Remark;

/** Turns what a document shows into what its forms say. */
final class ReadForms {

    private static final int MOST_FIELDS = 1000;

    private static final int LONGEST_SOURCE = 200;

    private final Shown shown;

    private final Set<Appendix> appendices = EnumSet.noneOf(Appendix.class);

    private final Set<FieldReading> fields = new LinkedHashSet<>();

    private final Set<Remark> remarks;

    private ReadForms(Shown shown) {
        this.shown = shown;
        this.remarks = new LinkedHashSet<>(shown.remarks());
    }

    /**
     * Reads all forms that a document shows.
     * @param fileName its name
     * @param shown what it shows
     * @return what it holds
     */
    static DocumentReading read(String fileName, Shown shown) {
        ReadForms reading = new ReadForms(shown);
        FormFinder.find(shown.rows()).forEach(reading::read);
        return new DocumentReading(fileName, Kind.READ, reading.appendices,
                reading.fields.stream().limit(MOST_FIELDS).toList(), List.copyOf(reading.remarks));
    }

    private void read(Form form) {
        List<Entry> entries = FormReader.read(form);
        if (entries.isEmpty()) {
            return;
        }
        this.appendices.add(form.appendix());
        List<FieldReading> found = new ArrayList<>();
        entries.stream()
            .filter((entry) -> entry.field() != FormField.SIGNATURE)
            .forEach((entry) -> found.addAll(understand(form.appendix(), entry)));
        if (form.appendix() == Appendix.DECLARATION && !found.isEmpty()) {
            Signature.in(form, entries, this.shown.electronicallySigned()).ifPresent((seen) -> sign(found, seen));
        }
        this.fields.addAll(found);
    }

    private List<FieldReading> understand(Appendix appendix, Entry entry) {
        List<FieldReading> readings = new ArrayList<>();
        for (Value value : Understanding.of(entry.field(), entry.text())) {
            Understanding.remark(value, entry.text()).ifPresent(this.remarks::add);
            if (!value.text().isEmpty()) {
                readings.add(new FieldReading(entry.field(), appendix, value.text(), value.understood(),
                        shortened(entry.source())));
            }
        }
        return readings;
    }

    private static void sign(List<FieldReading> found, Signature signature) {
        boolean named = found.stream().anyMatch((reading) -> reading.field() == FormField.SIGNATORY);
        if (!named && !signature.typed().isEmpty()) {
            found.add(reading(FormField.SIGNATORY, signature.typed(), signature));
        }
        found.add(reading(FormField.SIGNATURE, signature.answer(), signature));
    }

    private static FieldReading reading(FormField field, String value, Signature signature) {
        return new FieldReading(field, Appendix.DECLARATION, value, true, shortened(signature.source()));
    }

    private static String shortened(String source) {
        String line = source.replaceAll("_{3,}", "__").replaceAll("\\s+", " ").strip();
        return (line.length() <= LONGEST_SOURCE) ? line : line.substring(0, LONGEST_SOURCE - 1) + "…";
    }

}
