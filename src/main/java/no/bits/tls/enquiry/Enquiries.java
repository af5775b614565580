package no.bits.tls.enquiry;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.inbox.Inbox;
import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.outbox.Letter;
import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.Outbox;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.Participants;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseNumbers;
import no.bits.tls.workflow.Decisions;
import no.bits.tls.workflow.UnknownCase;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts what somebody asks before a person, and sends the person's answer: the verbs of
 * the enquiry process. Each may be asked again after a crash and then changes nothing.
 */
@Service
@Transactional
class Enquiries {

    private final EnquiryRepository repository;

    private final EnquiryProcess process;

    private final CaseNumbers caseNumbers;

    private final Decisions decisions;

    private final Inbox inbox;

    private final Outbox outbox;

    private final Participants participants;

    private final Clock clock;

    Enquiries(EnquiryRepository repository, EnquiryProcess process, CaseNumbers caseNumbers, Decisions decisions,
            Inbox inbox, Outbox outbox, Participants participants, Clock clock) {
        this.repository = repository;
        this.process = process;
        this.caseNumbers = caseNumbers;
        this.decisions = decisions;
        this.inbox = inbox;
        this.outbox = outbox;
        this.participants = participants;
        this.clock = clock;
    }

    CaseNumber open(Topic topic, IncomingMail mail) {
        CaseNumber caseNumber = this.caseNumbers.next();
        String sender = mail.sender().map(EmailAddress::value).orElse(null);
        this.repository.save(Enquiry.opened(caseNumber, topic, mail.id(), sender, this.clock.instant()));
        this.process.start(caseNumber, asking(mail), domain(mail));
        return caseNumber;
    }

    /** A person reads every answer, so that nothing is done on its word alone. */
    boolean writtenAgain(Topic topic, CaseNumber caseNumber, IncomingMail mail) {
        Optional<Enquiry> enquiry = this.repository.findByCaseNumber(caseNumber.value())
            .filter((candidate) -> candidate.topic() == topic);
        enquiry.filter((candidate) -> !candidate.isOpen()).ifPresent((ended) -> {
            this.repository.save(ended.reopened());
            this.process.restart(caseNumber, asking(mail), domain(mail));
        });
        return enquiry.isPresent();
    }

    EnquirySheet sheet(CaseNumber caseNumber) {
        Enquiry enquiry = get(caseNumber);
        return EnquirySheet.of(enquiry, participantOf(enquiry));
    }

    void acknowledge(CaseNumber caseNumber) {
        Enquiry enquiry = get(caseNumber);
        IncomingMail mail = this.inbox.mail(enquiry.mailId());
        send("enquiry-received", enquiry, "", Map.of("subject", mail.subject(), "receivedAt", mail.receivedAt(),
                "topic_nb", enquiry.topic().norwegian(), "topic_en", enquiry.topic().english()));
    }

    void answer(CaseNumber caseNumber, String user, String words) {
        if (words.isBlank()) {
            throw EnquiryRefused.withoutWords();
        }
        if (get(caseNumber).sender() == null) {
            throw EnquiryRefused.withoutRecipient();
        }
        decide(open(caseNumber).answered(words.strip()), user, words);
    }

    void close(CaseNumber caseNumber, String user, String reason) {
        if (reason.isBlank()) {
            throw EnquiryRefused.withoutReason();
        }
        decide(open(caseNumber).closed(), user, reason);
    }

    void sendAnswer(CaseNumber caseNumber) {
        Enquiry enquiry = get(caseNumber);
        send("enquiry-answer", enquiry, String.valueOf(enquiry.answers()), Map.of("answer", enquiry.answer()));
    }

    private void decide(Enquiry enquiry, String user, String words) {
        CaseNumber caseNumber = new CaseNumber(enquiry.caseNumber());
        String task = this.process.claimedAnswering(caseNumber, user);
        this.repository.save(enquiry);
        this.decisions.record(caseNumber, task, enquiry.state(), words.strip(), user);
        this.process.decided(task, user, enquiry.state() == Enquiry.State.ANSWERED);
    }

    private void send(String purpose, Enquiry enquiry, String period, Map<String, Object> words) {
        CaseNumber caseNumber = new CaseNumber(enquiry.caseNumber());
        Optional.ofNullable(enquiry.sender())
            .flatMap(EmailAddress::parse)
            .ifPresent((recipient) -> this.outbox
                .send(new Letter(purpose, caseNumber, recipient, period, Importance.OWED, thread(enquiry), words)));
    }

    /** The newest mail that the sender wrote, with what it answers. */
    private List<String> thread(Enquiry enquiry) {
        List<IncomingMail> mails = this.inbox.mailsOf(new CaseNumber(enquiry.caseNumber()));
        IncomingMail newest = mails.isEmpty() ? this.inbox.mail(enquiry.mailId()) : mails.get(mails.size() - 1);
        return newest.thread();
    }

    private Optional<Participant> participantOf(Enquiry enquiry) {
        return Optional.ofNullable(enquiry.sender())
            .flatMap(EmailAddress::parse)
            .flatMap((sender) -> this.participants.withDomain(sender.domain()));
    }

    /** The participant that asks, or the person. */
    private String asking(IncomingMail mail) {
        return mail.sender()
            .flatMap((sender) -> this.participants.withDomain(sender.domain()))
            .map(Participant::organisation)
            .orElseGet(mail::senderName);
    }

    private static String domain(IncomingMail mail) {
        return mail.sender().map((sender) -> sender.domain().unicode()).orElse("");
    }

    private Enquiry open(CaseNumber caseNumber) {
        Enquiry enquiry = get(caseNumber);
        if (!enquiry.isOpen()) {
            throw EnquiryRefused.notOpen(enquiry.caseNumber());
        }
        return enquiry;
    }

    private Enquiry get(CaseNumber caseNumber) {
        return this.repository.findByCaseNumber(caseNumber.value())
            .orElseThrow(() -> UnknownCase.of("enquiry", caseNumber));
    }

}
