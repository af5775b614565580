package no.bits.tls.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import no.bits.tls.document.DocumentReading.Code;
import no.bits.tls.identifier.OrganisationNumber;

/** Understands what people write into a field, in the ways they write it. */
final class Understanding {

    private static final Pattern LEFTOVER_LINES = Pattern.compile("_{2,}|\\.{3,}|…|^[\\s_.,;:]+|[\\s_,;:]+$");

    private static final Pattern PROMPT = Pattern.compile("^\\[[^\\[\\]]{3,}]$"
            + "|^(?:klikk|trykk|velg|skriv|fyll|click|tap|choose|select|enter|type|write|fill)\\s+(?:(?:inn|in|eller|or|"
            + "klikk|trykk|tap|click|på|on)\\s+)*(?:her|here|tekst|text|dato|date|et|en|ett|ni|ja|navnet|fornavn|"
            + "adressen|e-postadressen|telefonnummeret|an?|the|your|one|nine|first)\\b.*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private static final Pattern MAIL = Pattern.compile("\\S@\\S");

    private static final Pattern DOTTED = Pattern.compile("[\\p{L}\\p{N}-]\\.\\p{L}{2}");

    private static final Pattern DIGITS = Pattern.compile("\\d\\D{0,3}\\d");

    private Understanding() {
    }

    /**
     * Understands an answer.
     * @param field what was asked
     * @param written what stands there
     * @return the answers: none where it is blank, several where several were given
     */
    static List<Value> of(FormField field, String written) {
        String answer = LEFTOVER_LINES.matcher(Wrapping.undone(field, written).strip()).replaceAll(" ").strip();
        if (PROMPT.matcher(answer).matches()) {
            return List.of();
        }
        if (field == FormField.INBOUND_ENFORCEMENT) {
            return YesOrNo.in(answer);
        }
        if (new Cell(0, 1, answer).isBlank()) {
            return List.of();
        }
        return switch (field) {
            case ORGANISATION_NUMBER -> List.of(number(answer));
            case DOMAIN -> Domains.in(answer);
            case ADMINISTRATOR_EMAIL, TECHNICAL_EMAIL, CONTACT_EMAIL -> Addresses.in(answer);
            case TECHNICAL_PHONE -> List.of(Telephone.in(answer));
            case ENROLMENT_DATE, DECLARATION_DATE -> List.of(WrittenDate.in(answer));
            default -> name(answer);
        };
    }

    /** Whether a text is one understood answer or several, and nothing else. */
    static boolean isComplete(FormField field, String text) {
        List<Value> values = of(field, text);
        return !values.isEmpty() && values.stream().allMatch(Value::understood);
    }

    /**
     * Whether a text that may have nothing to do with the field can be its answer.
     * @param field what was asked
     * @param text what stands below or above
     * @return whether it is worth trying
     */
    static boolean plausible(FormField field, String text) {
        return switch (field) {
            case ORGANISATION_NUMBER, ENROLMENT_DATE, DECLARATION_DATE, TECHNICAL_PHONE -> DIGITS.matcher(text).find();
            case ADMINISTRATOR_EMAIL, TECHNICAL_EMAIL, CONTACT_EMAIL -> MAIL.matcher(text).find();
            case DOMAIN -> DOTTED.matcher(text).find() && text.length() < 2000;
            case INBOUND_ENFORCEMENT -> YesOrNo.isAnswer(text);
            default -> text.length() <= 120 && !MAIL.matcher(text).find() && !text.strip().endsWith(".");
        };
    }

    /**
     * Whether answers to this field have a shape by which they can be told from words.
     */
    static boolean hasShape(FormField field) {
        return switch (field) {
            case ORGANISATION, ADMINISTRATOR_NAME, CONTACT_NAME, SIGNATORY, SIGNATURE -> false;
            default -> true;
        };
    }

    private static Value number(String answer) {
        Optional<String> digits = OrganisationNumber.digitsIn(answer);
        return digits.map((found) -> new Value(found, OrganisationNumber.isValid(found), null))
            .orElseGet(() -> Value.asTyped(answer));
    }

    private static List<Value> name(String answer) {
        String name = answer.replace(Cell.PICTURE, " ").replaceAll("\\s+", " ").strip();
        if (name.isEmpty()) {
            return List.of();
        }
        boolean named = name.codePoints().anyMatch(Character::isLetter) && name.length() <= 200;
        return List.of(new Value(name, named, null));
    }

    /** A doubt as a remark. */
    static Optional<DocumentReading.Remark> remark(Value value, String written) {
        Code doubt = value.doubt();
        String shown = written.replaceAll("\\s+", " ").strip();
        return Optional.ofNullable(doubt)
            .map((code) -> new DocumentReading.Remark(code, shown.substring(0, Math.min(shown.length(), 100))));
    }

}
