package no.bits.tls.document;

import no.bits.tls.document.DocumentReading.Code;
import no.bits.tls.document.DocumentReading.Remark;

/** A document that cannot be opened, or that we do not dare to open. */
final class UnreadableDocument extends RuntimeException {

    private final Code code;

    private UnreadableDocument(Code code, String message) {
        super(message);
        this.code = code;
    }

    static UnreadableDocument damaged(String what) {
        return new UnreadableDocument(Code.DAMAGED, "%s; please send the form again".formatted(what));
    }

    static UnreadableDocument encrypted() {
        return new UnreadableDocument(Code.ENCRYPTED,
                "The file is protected by a password; please send it without one");
    }

    static UnreadableDocument tooLarge(String what) {
        return new UnreadableDocument(Code.TOO_LARGE, "%s; please send the form alone".formatted(what));
    }

    static UnreadableDocument entities(String part) {
        return new UnreadableDocument(Code.ENTITIES,
                "%s declares a document type, which no form needs; please send the form again"
                    .formatted(part.replaceAll("[^\\w./\\[\\]-]", "?")));
    }

    Remark remark() {
        return new Remark(this.code, String.valueOf(getMessage()));
    }

}
