package no.bits.tls.inbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.stereotype.Service;

/** The mails that reached us, each stored whole before anything else happens to it. */
@Service
public class Inbox {

    private final InboundMails mails;

    private final MailParser parser;

    private final MailIntake intake;

    private final InboxSettings settings;

    Inbox(InboundMails mails, MailParser parser, MailIntake intake, InboxSettings settings) {
        this.mails = mails;
        this.parser = parser;
        this.intake = intake;
        this.settings = settings;
    }

    /**
     * One mail, parsed anew from its stored bytes. Of a mail beyond our limits as much as
     * could be read.
     * @param id its number in our tables
     * @return the mail
     * @throws UnknownMail if there is none with this number
     */
    public IncomingMail mail(long id) {
        return parsed(this.mails.find(id).orElseThrow(() -> UnknownMail.withId(id)));
    }

    /**
     * Who wrote a mail, as it was noted when the mail was first read, without parsing it
     * again.
     * @param id its number in our tables
     * @return the one address that can be answered, or nothing
     */
    public Optional<EmailAddress> senderOf(long id) {
        return this.mails.senderOf(id).flatMap(EmailAddress::parse);
    }

    /**
     * The mails of a case, oldest first, each once however often it was delivered. A mail
     * belongs to its case from the end of the transaction that handled it.
     * @param caseNumber the case
     * @return its mails
     */
    public List<IncomingMail> mailsOf(CaseNumber caseNumber) {
        return this.mails.ofCase(caseNumber).stream().map(this::parsed).toList();
    }

    /**
     * The domains that are this system's own.
     * @return the domains of the addresses to which people write to it
     */
    public Set<DomainName> ownDomains() {
        return this.settings.ownAddresses().stream().map(EmailAddress::domain).collect(Collectors.toSet());
    }

    /**
     * The kinds of cases that a person can give a mail to, in the order in which they are
     * asked.
     * @return their names, for {@link #claim}
     */
    public List<String> kinds() {
        return this.intake.kinds();
    }

    /**
     * A person says what kind of case a mail that was put aside belongs to; its handler
     * takes it whether or not it would have accepted it, in the caller's transaction.
     * @param id its number in our tables
     * @param kind one of {@link #kinds()}
     * @return the case; of a mail that is handled already, the case it has
     * @throws UnknownMail if there is none with this number
     * @throws MailNotWaiting if it was not put aside
     * @throws UnknownMailHandler if no kind of case is called so
     */
    public CaseNumber claim(long id, String kind) {
        return this.intake.claim(id, kind);
    }

    /**
     * A person writes down what reached us otherwise than by mail; a case of the given
     * kind starts from it, in the caller's transaction.
     * @param note what was written down
     * @param kind one of {@link #kinds()}
     * @param user who wrote it down; noted with the mail
     * @return the case
     * @throws UnknownMailHandler if no kind of case is called so
     */
    public CaseNumber writeDown(WrittenNote note, String kind, String user) {
        return this.intake.writeDown(note, kind, user);
    }

    /**
     * A person says which case a mail that was put aside belongs to; the case continues
     * with it in the caller's transaction, trusting it as it trusts the person.
     * @param id its number in our tables
     * @param caseNumber the case
     * @throws UnknownMail if there is none with this number
     * @throws MailNotWaiting if it was not put aside
     * @throws CaseTakesNoMail if there is no such case, or it has come to its end
     */
    public void assign(long id, CaseNumber caseNumber) {
        this.intake.assign(id, caseNumber);
    }

    /**
     * What a mail may be, for the person who sorts it.
     * @param id its number in our tables
     * @return guesses with their reasons, the likeliest first
     * @throws UnknownMail if there is none with this number
     */
    public List<MailGuess> guesses(long id) {
        return this.intake.guesses(mail(id));
    }

    /**
     * Has a mail that was put aside handled again as if it came now, within a minute.
     * @param id its number in our tables
     * @throws UnknownMail if there is none with this number
     * @throws MailNotWaiting if it was not put aside
     */
    public void retry(long id) {
        this.intake.retry(id);
    }

    /**
     * A person says that nothing is to be done about a mail that was put aside; it is
     * kept.
     * @param id its number in our tables
     * @throws UnknownMail if there is none with this number
     * @throws MailNotWaiting if it was not put aside
     */
    public void dismiss(long id) {
        this.intake.dismiss(id);
    }

    /**
     * A person says that a mail that was put aside is a person's mail, whatever it looks
     * like: it goes to the handlers within a minute, and to a person where none takes it.
     * @param id its number in our tables
     * @param user who says so; noted with the mail
     * @throws UnknownMail if there is none with this number
     * @throws MailNotWaiting if it was not put aside
     */
    public void takeIn(long id, String user) {
        this.intake.act(id, StaffAct.Kind.TAKEN_IN, user);
    }

    /**
     * The same as {@link #retry(long)}, noting who did it.
     * @param id its number in our tables
     * @param user who has it tried again
     * @throws UnknownMail if there is none with this number
     * @throws MailNotWaiting if it was not put aside
     */
    public void retry(long id, String user) {
        this.intake.act(id, StaffAct.Kind.TRIED_AGAIN, user);
    }

    /**
     * The same as {@link #dismiss(long)}, noting who did it.
     * @param id its number in our tables
     * @param user who says that nothing is to be done
     * @throws UnknownMail if there is none with this number
     * @throws MailNotWaiting if it was not put aside
     */
    public void dismiss(long id, String user) {
        this.intake.act(id, StaffAct.Kind.DISMISSED, user);
    }

    private IncomingMail parsed(InboundMail mail) {
        return this.parser.parse(mail).toIncomingMail(mail);
    }

}
