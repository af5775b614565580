package no.bits.tls.enquiry;

import java.util.List;
import java.util.Optional;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.participant.Participant;
import no.bits.tls.workflow.DeskLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What the form in Tasklist shows of an enquiry, beside its mails.
 *
 * @param topic what it is about, with its article
 * @param sender who gets the answer, or nothing where nobody can
 * @param participant the participant that the sender's domain belongs to
 */
record EnquirySheet(String caseNumber, String topic, @Nullable String sender, Enquiry.State state,
        @Nullable Asking participant) {

    static EnquirySheet of(Enquiry enquiry, Optional<Participant> participant) {
        return new EnquirySheet(enquiry.caseNumber(),
                DeskLanguage.ofReader().of(enquiry.topic().norwegian(), enquiry.topic().english()), enquiry.sender(),
                enquiry.state(), participant.map(Asking::of).orElse(null));
    }

    /** The participant that asks, with whom to call. */
    record Asking(String organisation, String number, List<String> domains, String administrator, String technical,
            String phone) {

        static Asking of(Participant participant) {
            return new Asking(participant.organisation(),
                    Optional.ofNullable(participant.organisationNumber()).map(Object::toString).orElse(""),
                    participant.listedDomains().stream().map(DomainName::unicode).sorted().toList(),
                    participant.administratorEmail().value(), participant.technicalEmail().value(),
                    participant.technicalPhone());
        }

    }

}
