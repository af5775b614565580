package no.bits.tls.enquiry;

import java.util.List;

import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.inbox.MailHandler;
import no.bits.tls.workflow.CaseNumber;

/** Opens an enquiry about one topic, always on a person's word. */
final class EnquiryMail implements MailHandler {

    private final Topic topic;

    private final Enquiries enquiries;

    EnquiryMail(Topic topic, Enquiries enquiries) {
        this.topic = topic;
        this.enquiries = enquiries;
    }

    @Override
    public String kind() {
        return this.topic.kind();
    }

    @Override
    public CaseNumber handle(IncomingMail mail) {
        return this.enquiries.open(this.topic, mail);
    }

    @Override
    public boolean resume(CaseNumber caseNumber, IncomingMail mail) {
        return this.enquiries.writtenAgain(this.topic, caseNumber, mail);
    }

    @Override
    public List<String> signs(IncomingMail mail) {
        return this.topic.signs(mail);
    }

}
