package no.bits.tls.enquiry;

import no.bits.tls.workflow.CaseRefused;

/**
 * Something cannot be done about an enquiry; the message says what to do, in Norwegian,
 * for staff.
 */
final class EnquiryRefused extends CaseRefused {

    private EnquiryRefused(String message) {
        super(message);
    }

    static EnquiryRefused withoutWords() {
        return new EnquiryRefused("Skriv svaret som skal sendes.");
    }

    static EnquiryRefused withoutReason() {
        return new EnquiryRefused("Skriv hvorfor henvendelsen ikke trenger svar.");
    }

    static EnquiryRefused withoutRecipient() {
        return new EnquiryRefused(
                "E-posten har ingen adresse som kan besvares. Avslutt saken uten svar, med en grunn.");
    }

    static EnquiryRefused notOpen(String caseNumber) {
        return new EnquiryRefused("Sak %s er allerede besvart eller avsluttet.".formatted(caseNumber));
    }

}
