package no.bits.tls.enrolment;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import no.bits.tls.document.DocumentReading;
import no.bits.tls.document.DocumentReading.Kind;
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

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an organisation from its first mail to the Domain List: the verbs of the
 * enrolment process. Each may be asked again after a crash and then changes nothing.
 */
@Service
@Transactional
class Enrolments {

    private static final int MOST_DOCUMENTS = 40;

    private final EnrolmentRepository repository;

    private final EnrolmentProcess process;

    private final EnrolmentLetters letters;

    private final CaseNumbers caseNumbers;

    private final Inbox inbox;

    private final Documents documents;

    private final Participants participants;

    private final DomainList domainList;

    private final AutomaticInquiries inquiries;

    private final EnrolmentDomains domains;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    Enrolments(EnrolmentRepository repository, EnrolmentProcess process, EnrolmentLetters letters,
            CaseNumbers caseNumbers, Inbox inbox, Documents documents, Participants participants, DomainList domainList,
            AutomaticInquiries inquiries, EnrolmentDomains domains, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.process = process;
        this.letters = letters;
        this.caseNumbers = caseNumbers;
        this.inbox = inbox;
        this.documents = documents;
        this.participants = participants;
        this.domainList = domainList;
        this.inquiries = inquiries;
        this.domains = domains;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a case for a mail, in the transaction that marks the mail as handled.
     * @param mail the mail
     * @return the new case
     */
    CaseNumber receive(IncomingMail mail) {
        CaseNumber caseNumber = this.caseNumbers.next();
        String sender = mail.sender().map(EmailAddress::value).orElse(null);
        this.repository.save(Enrolment.received(caseNumber.value(), sender, ArrivedMail.opening(mail)));
        this.process.start(caseNumber);
        return caseNumber;
    }

    /**
     * Takes an answer in, in the transaction that marks the mail as handled. While staff
     * review the case it is read at once, so that they see all there is or are told that
     * they do not; otherwise the process reads it.
     * @param caseNumber the case
     * @param mail the answer
     * @return whether this case takes it: none that is listed or declined does
     * @throws AnswerTooEarly if the case is between two steps
     */
    boolean resume(CaseNumber caseNumber, IncomingMail mail) {
        return this.repository.findByCaseNumber(caseNumber.value())
            .map((enrolment) -> enrolment.has(mail.id()) || resume(enrolment, caseNumber, mail))
            .orElse(false);
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
        for (ArrivedMail mail : enrolment.unreadMails()) {
            enrolment = read(enrolment, mail, this.inbox.mail(mail.mailId()));
        }
        return this.repository.save(enrolment.reviewable()).form();
    }

    boolean isMoreNeeded(CaseNumber caseNumber) {
        Enrolment enrolment = get(caseNumber);
        return enrolment.state() == EnrolmentState.MORE_NEEDED || this.inquiries.isDue(enrolment);
    }

    /**
     * Asks the applicant for what staff chose, or for what is simply missing where nobody
     * has looked yet.
     * @param caseNumber the case
     * @return what was asked and until when to wait
     */
    Inquiry sendRequest(CaseNumber caseNumber) {
        Enrolment enrolment = get(caseNumber);
        if (enrolment.state() == EnrolmentState.IN_REVIEW) {
            enrolment = enrolment.asked(this.inquiries.of(enrolment));
        }
        if (enrolment.state() == EnrolmentState.MORE_NEEDED) {
            this.letters.request(enrolment, newestMail(enrolment));
            this.repository.save(enrolment.awaitingAnswer());
        }
        return enrolment.lastInquiry();
    }

    void sendReminder(CaseNumber caseNumber) {
        Enrolment enrolment = get(caseNumber);
        if (enrolment.state() == EnrolmentState.AWAITING_ANSWER) {
            this.letters.reminder(enrolment, newestMail(enrolment));
        }
    }

    void sendLapseNotice(CaseNumber caseNumber) {
        Enrolment enrolment = get(caseNumber);
        if (enrolment.state() == EnrolmentState.AWAITING_ANSWER) {
            this.letters.lapse(enrolment, newestMail(enrolment));
            this.repository.save(enrolment.lapsed());
        }
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
            long version = this.domainList.publish(caseNumber, rows(participant, entry));
            this.repository.save(enrolment.listed(version));
            this.events.publishEvent(new ParticipantListed(caseNumber, participant, entry.enrolledOn(), version));
            return true;
        }
        catch (DomainListedForOther ex) {
            this.repository.save(enrolment.reviewedAgain());
            return false;
        }
    }

    void sendConfirmation(CaseNumber caseNumber) {
        Enrolment enrolment = get(caseNumber);
        this.letters.confirmation(enrolment, newestMail(enrolment));
    }

    void sendRefusal(CaseNumber caseNumber) {
        Enrolment enrolment = get(caseNumber);
        this.letters.refusal(enrolment, newestMail(enrolment));
    }

    private boolean resume(Enrolment enrolment, CaseNumber caseNumber, IncomingMail mail) {
        ArrivedMail answer = ArrivedMail.answer(mail, enrolment.inquiries().size(), enrolment.contacts());
        switch (enrolment.state()) {
            case RECEIVED -> this.repository.save(enrolment.joined(answer));
            case IN_REVIEW -> readInReview(enrolment.joined(answer), caseNumber, answer, mail);
            case AWAITING_ANSWER -> {
                this.repository.save(enrolment.answered(answer));
                this.process.answered(caseNumber);
            }
            case LAPSED -> {
                this.repository.save(enrolment.answered(answer));
                this.process.answeredLate(caseNumber, enrolment.form());
            }
            case MORE_NEEDED, APPROVED -> throw AnswerTooEarly.whileMoving(caseNumber, enrolment.state());
            case LISTED, DECLINED -> {
                return false;
            }
        }
        return true;
    }

    private void readInReview(Enrolment enrolment, CaseNumber caseNumber, ArrivedMail answer, IncomingMail mail) {
        if (!this.process.isInReview(caseNumber) && !this.process.isAwaitingDomainCheck(caseNumber)) {
            throw AnswerTooEarly.whileMoving(caseNumber, enrolment.state());
        }
        Enrolment read = this.repository.save(read(enrolment, answer, mail));
        this.process.retitle(caseNumber, read.form());
        this.domains.changed(caseNumber, enrolment.form(), read.form());
    }

    private Enrolment read(Enrolment enrolment, ArrivedMail arrived, IncomingMail mail) {
        List<IncomingMail.Attachment> files = mail.attachments();
        Stream<DocumentReading> read = files.stream().limit(MOST_DOCUMENTS).map(this::read);
        Stream<DocumentReading> unread = files.stream()
            .skip(MOST_DOCUMENTS)
            .map((file) -> new DocumentReading(file.fileName(), Kind.FOR_A_PERSON, Set.of(), List.of(), List.of()));
        return enrolment.read(arrived, Stream.concat(read, unread).toList(), this.clock.instant());
    }

    private IncomingMail newestMail(Enrolment enrolment) {
        return this.inbox.mail(enrolment.newestMail());
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
