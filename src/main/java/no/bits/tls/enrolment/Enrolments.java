package no.bits.tls.enrolment;

import java.util.Collection;
import java.util.List;

import no.bits.tls.document.DocumentReading;
import no.bits.tls.document.Documents;
import no.bits.tls.domainlist.DomainList;
import no.bits.tls.domainlist.ListedDomain;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.inbox.Inbox;
import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.participant.DomainListedForOther;
import no.bits.tls.participant.NewParticipant;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.Participants;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.UnknownCase;
import no.bits.tls.workflow.CaseNumbers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an organisation from its first mail to the Domain List: the verbs of the
 * enrolment process. Each may be asked again after a crash and then changes nothing.
 */
@Service
@Transactional
class Enrolments {

    private final EnrolmentRepository repository;

    private final EnrolmentProcess process;

    private final EnrolmentLetters letters;

    private final CaseNumbers caseNumbers;

    private final Inbox inbox;

    private final Documents documents;

    private final Participants participants;

    private final DomainList domainList;

    Enrolments(EnrolmentRepository repository, EnrolmentProcess process, EnrolmentLetters letters,
            CaseNumbers caseNumbers, Inbox inbox, Documents documents, Participants participants,
            DomainList domainList) {
        this.repository = repository;
        this.process = process;
        this.letters = letters;
        this.caseNumbers = caseNumbers;
        this.inbox = inbox;
        this.documents = documents;
        this.participants = participants;
        this.domainList = domainList;
    }

    /**
     * Opens a case for a mail, in the transaction that marks the mail as handled.
     * @param mail the mail
     * @return the new case
     */
    CaseNumber receive(IncomingMail mail) {
        CaseNumber caseNumber = this.caseNumbers.next();
        String sender = mail.sender().map(EmailAddress::value).orElse(null);
        this.repository.save(Enrolment.received(caseNumber.value(), mail.id(), sender, mail.receivedAt()));
        this.process.start(caseNumber);
        return caseNumber;
    }

    void sendReceipt(CaseNumber caseNumber) {
        Enrolment enrolment = get(caseNumber);
        this.letters.receipt(enrolment, this.inbox.mail(enrolment.mailId()));
    }

    EnrolmentForm readForms(CaseNumber caseNumber) {
        Enrolment enrolment = get(caseNumber);
        if (enrolment.state() != EnrolmentState.RECEIVED) {
            return enrolment.form();
        }
        var readings = this.inbox.mail(enrolment.mailId()).attachments().stream().map(this::read).toList();
        return this.repository.save(enrolment.read(readings)).form();
    }

    /**
     * Lists the domains; where another participant got one of them first, the enrolment
     * goes back to its review.
     * @param caseNumber the case
     * @return whether the domains are listed
     */
    boolean listDomains(CaseNumber caseNumber) {
        Enrolment enrolment = get(caseNumber);
        if (enrolment.state() == EnrolmentState.LISTED) {
            return true;
        }
        NewParticipant entry = enrolment.form().toParticipant(caseNumber);
        try {
            Participant participant = this.participants.enrol(entry);
            this.repository.save(enrolment.listed(this.domainList.publish(caseNumber, rows(participant, entry))));
            return true;
        }
        catch (DomainListedForOther ex) {
            this.repository.save(enrolment.reviewedAgain());
            return false;
        }
    }

    void sendConfirmation(CaseNumber caseNumber) {
        Enrolment enrolment = get(caseNumber);
        this.letters.confirmation(enrolment, this.inbox.mail(enrolment.mailId()));
    }

    void sendRefusal(CaseNumber caseNumber) {
        Enrolment enrolment = get(caseNumber);
        this.letters.refusal(enrolment, this.inbox.mail(enrolment.mailId()));
    }

    private DocumentReading read(IncomingMail.Attachment attachment) {
        return attachment.opened() ? DocumentReading.irrelevant(attachment.fileName())
                : this.documents.read(attachment.fileName(), attachment.content());
    }

    private Enrolment get(CaseNumber caseNumber) {
        return this.repository.findByCaseNumber(caseNumber.value())
            .orElseThrow(() -> UnknownCase.of("enrolment", caseNumber));
    }

    private static Collection<ListedDomain> rows(Participant participant, NewParticipant entry) {
        return List.copyOf(entry.domains())
            .stream()
            .map((domain) -> new ListedDomain(participant.organisation(), participant.organisationNumber(), domain,
                    entry.enrolledOn(), entry.inboundEnforcement()))
            .toList();
    }

}
