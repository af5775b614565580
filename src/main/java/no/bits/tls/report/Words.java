package no.bits.tls.report;

import no.bits.tls.workflow.DeskLanguage;

/**
 * Words for whoever reads.
 *
 * @param norwegian in Norwegian (bokmål)
 * @param english in English
 */
record Words(String norwegian, String english) {

    /** In the language of the reader. */
    String say() {
        return DeskLanguage.ofReader().of(this.norwegian, this.english);
    }

}
