package no.bits.tls.inbox;

import java.time.Instant;

import no.bits.tls.workflow.DeskLanguage;

/**
 * What a person last did in the mail room about a mail that was put aside.
 *
 * @param kind what
 * @param by who
 * @param at when
 */
record StaffAct(Kind kind, String by, Instant at) {

    /** The act in words, for staff: one sentence in the language of the reader. */
    String sentence() {
        DeskLanguage reader = DeskLanguage.ofReader();
        return reader.of("%s av %s %s", "%s by %s on %s")
            .formatted(this.kind.inWords(reader), this.by, reader.written().time(this.at));
    }

    /** The acts there are. */
    enum Kind {

        /** It is a person's mail, whatever it looks like. */
        TAKEN_IN("Tatt inn som ny e-post", "Taken in as a new e-mail"),

        /** It is handled again as if it came now. */
        TRIED_AGAIN("Prøvd på nytt", "Tried again"),

        /** Nothing is to be done about it. */
        DISMISSED("Lagt bort", "Put away"),

        /** It came by telephone, letter or visit. */
        WRITTEN_DOWN("Skrevet ned", "Written down");

        private final String norwegian;

        private final String english;

        Kind(String norwegian, String english) {
            this.norwegian = norwegian;
            this.english = english;
        }

        String inWords(DeskLanguage language) {
            return language.of(this.norwegian, this.english);
        }

    }

}
