package no.bits.tls.enquiry;

import no.bits.tls.workflow.CaseRefused;

/** Something cannot be done about an enquiry; the message says what to do, for staff. */
final class EnquiryRefused extends CaseRefused {

    private EnquiryRefused(String norwegian, String english) {
        super(norwegian, english);
    }

    static EnquiryRefused withoutWords() {
        return new EnquiryRefused("Skriv svaret som skal sendes.", "Write the answer that is to be sent.");
    }

    static EnquiryRefused withoutReason() {
        return new EnquiryRefused("Skriv hvorfor henvendelsen ikke trenger svar.",
                "Write why the enquiry needs no answer.");
    }

    static EnquiryRefused withoutRecipient() {
        return new EnquiryRefused("E-posten har ingen adresse som kan besvares. Avslutt saken uten svar, med en grunn.",
                "The e-mail has no address that can be answered. Close the case without an answer, and give a reason.");
    }

    static EnquiryRefused notOpen(String caseNumber) {
        return new EnquiryRefused("Sak %s er allerede besvart eller avsluttet.".formatted(caseNumber),
                "Case %s has already been answered or closed.".formatted(caseNumber));
    }

}
