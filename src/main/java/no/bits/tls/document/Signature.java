package no.bits.tls.document;

import java.util.List;
import java.util.Optional;

/**
 * Whether a declaration is signed: a picture or an electronic signature is one, a typed
 * name may be one, an empty line is none.
 *
 * @param answer {@code yes}, {@code no} or {@code unknown}
 * @param typed the name typed in its place; empty where there is none
 * @param source where it was seen
 */
record Signature(String answer, String typed, String source) {

    private static final int REACH = 4;

    /**
     * Looks at the place for the signature.
     * @param form the declaration
     * @param entries what was read from it
     * @param electronic whether the file is signed electronically
     * @return the signature, or nothing where the form has no place for one
     */
    static Optional<Signature> in(Form form, List<Entry> entries, boolean electronic) {
        Optional<Entry> place = entries.stream().filter((entry) -> entry.field() == FormField.SIGNATURE).findFirst();
        Optional<Entry> near = place
            .or(() -> entries.stream().filter((entry) -> entry.field() == FormField.SIGNATORY).findFirst());
        String typed = place
            .flatMap((entry) -> Understanding.of(FormField.SIGNATORY, entry.text()).stream().findFirst())
            .map(Value::text)
            .orElse("");
        if (electronic) {
            return Optional.of(new Signature("yes", typed, "Electronic signature"));
        }
        if (near.filter((entry) -> holdsPictureNear(form, entry.row())).isPresent()) {
            return Optional.of(new Signature("yes", typed, near.get().source().replace(Cell.PICTURE, "[picture]")));
        }
        return place.map((entry) -> new Signature(typed.isEmpty() ? "no" : "unknown", typed, entry.source()));
    }

    private static boolean holdsPictureNear(Form form, int row) {
        return form.rows()
            .subList(Math.max(0, row - REACH), Math.min(form.rows().size(), row + REACH + 1))
            .stream()
            .anyMatch(Row::holdsPicture);
    }

}
