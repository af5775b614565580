package no.bits.tls.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Known words of the declaration's running text, before or after its blanks. */
enum Phrase {

    /** Before the organisation's name. */
    ORGANISATION(FormField.ORGANISATION,
            "(?<=^|\\n)[ \\t]*(?:the\\s+)?(?:organi[sz]ation|company|enterprise|business|virksomheten?|organisasjonen?|"
                    + "foretaket|selskapet|bedriften|firmaet)\\b[ \\t]*[:,]?"),
    /** Before the organisation number. */
    NUMBER(FormField.ORGANISATION_NUMBER,
            ",?\\s*\\(?(?:with|having|med)\\s+(?:the\\s+)?(?:(?:company|organi[sz]ation(?:al)?|business|registration|"
                    + "enterprise)\\s*(?:id(?:entification)?|registration)?[\\s.-]*(?:number|no\\b\\.?|id\\b)"
                    + "|organisasjons(?:nummer|nr\\b\\.?)|org\\.?\\s*(?:nr|no|nummer|number)\\b\\.?|foretaksnummer)\\s*:?"),
    /** Before the domains. */
    DOMAIN(FormField.DOMAIN,
            "\\b(?:will|vil|shall|skal)\\s+for\\s+(?:(?:the|følgende|following)\\s+)*(?:e-?(?:mail|post)[- ]?)?"
                    + "dom[ae]i?n(?:e[rtn]?|ene|s)?\\b(?:\\((?:s|r|ne|ene)\\))?:?"),
    /** After the domains. */
    DOMAIN_END(null, "\\b(?:will\\s+)?(?:only|kun|bare)\\s+(?:receive|accept|motta|ta\\s+imot|akseptere)\\b"),
    /** Before the contact person's name. */
    CONTACT(FormField.CONTACT_NAME, "\\b(?:contact\\s+person|kontaktperson(?:en)?)\\b[^.:@_]{5,160}?\\b(?:is|er)\\b:?"),
    /** Before the contact person's address. */
    EMAIL(FormField.CONTACT_EMAIL,
            "[,;]?\\s*\\b(?:with|med|and|og)\\s+(?:the\\s+)?e-?(?:mail|post)\\s*-?(?:address|adressen?)?\\b\\s*:?"),
    /** Words between the blanks that are nobody's answer. */
    PROSE(null, "\\b(?:i\\s+(?:hereby|oblige|agree|undertake|confirm)|jeg\\s+(?:forplikter|samtykker|bekrefter)"
            + "|(?:with|med)\\s+TLS\\s+(?:from|fra)|the\\s+declaration\\s+of\\s+(?:conformity|compliance)\\s+(?:is|must)"
            + "|samsvarserklæringen\\s+(?:skal|må)|information\\s+about\\s+the\\s+(?:business|company)"
            + "|opplysninger\\s+om\\s+virksomheten|technical\\s+contacts?\\s+(?:may|can)|teknisk\\s+kontaktinformasjon\\s+kan)");

    final @Nullable FormField field;

    private final Pattern pattern;

    Phrase(@Nullable FormField field, String pattern) {
        this.field = field;
        this.pattern = Pattern.compile(pattern);
    }

    /**
     * A text as phrases are looked for in it: in small letters, wrapped lines as one.
     * @param text any text
     * @return as many characters, each in its place
     */
    static String searchable(String text) {
        StringBuilder small = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            small.append((letter == Cell.WRAP.charAt(0)) ? ' ' : Character.toLowerCase(letter));
        }
        return small.toString();
    }

    /** Looks for it in a {@link #searchable} text. */
    Matcher in(String searchable) {
        return this.pattern.matcher(searchable);
    }

    boolean isIn(String searchable) {
        return in(searchable).find();
    }

}
