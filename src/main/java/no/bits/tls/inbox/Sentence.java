package no.bits.tls.inbox;

import no.bits.tls.workflow.DeskLanguage;

/** What staff read about a mail or a file, in both languages. */
record Sentence(String norwegian, String english) {

    static Sentence of(String norwegian, String english, Object value) {
        return new Sentence(norwegian.formatted(value), english.formatted(value));
    }

    String forReader() {
        return DeskLanguage.ofReader().of(this.norwegian, this.english);
    }

}
