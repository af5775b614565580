package no.bits.tls.inbox;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import no.bits.tls.inbox.AnsweredCase.Evidence;
import no.bits.tls.inbox.MailPutAside.Reason;
import no.bits.tls.outbox.SentMail;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Decides what becomes of a mail that was read, in the caller's transaction: a machine's
 * is linked to its case, an answer continues one, another starts one, and what nobody
 * recognises waits for a person.
 */
@Component
class MailReception {

    private final InboundMails mails;

    private final Conversations conversations;

    private final DeliveryReports reports;

    private final ObjectProvider<MailHandler> handlers;

    private final ApplicationEventPublisher events;

    private final InboxSettings settings;

    private final Clock clock;

    MailReception(InboundMails mails, Conversations conversations, DeliveryReports reports,
            ObjectProvider<MailHandler> handlers, ApplicationEventPublisher events, InboxSettings settings,
            Clock clock) {
        this.mails = mails;
        this.conversations = conversations;
        this.reports = reports;
        this.handlers = handlers;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Does with a mail what the system may do by itself. */
    void receive(InboundMail mail, ParsedMail parsed) {
        Optional<AnsweredCase> answers = this.conversations.answeredBy(parsed);
        SenderAuthentication sender = new AuthenticationResults(parsed.header(), this.settings.authservId()).sender();
        this.mails.describe(mail.id(), parsed, sender, answers);
        if (parsed.defect() != null) {
            putAside(mail.id(), Reason.BEYOND_LIMITS, parsed.defect());
        }
        else if (!mail.isTakenIn() && OwnMail.test(parsed.header(), this.settings.ownAddresses())) {
            putAside(mail.id(), Reason.OWN_MAIL, Sentences.OWN_MAIL);
        }
        else {
            machineOf(parsed).filter((machine) -> !mail.isTakenIn())
                .ifPresentOrElse((machine) -> file(mail.id(), parsed, machine, answers),
                        () -> offer(parsed.toIncomingMail(mail.from(sender, answers)),
                                !mail.isTakenIn() && Spam.test(parsed.header())));
        }
    }

    /** Has a handler start a case, as it or a person decided. */
    CaseNumber start(IncomingMail mail, MailHandler handler) {
        CaseNumber caseNumber = handler.handle(mail);
        settle(mail.id(), MailState.HANDLED, caseNumber, handler.kind(), null);
        return caseNumber;
    }

    /** Has the handler whose case it is continue it; tells whether one did. */
    boolean resume(CaseNumber caseNumber, IncomingMail mail) {
        return taken(caseNumber, mail).isPresent();
    }

    void putAside(long id, Reason reason, String sentence) {
        MailState state = (reason == Reason.UNCLAIMED) ? MailState.UNCLAIMED : MailState.QUARANTINED;
        settle(id, state, null, null, sentence);
        this.events.publishEvent(new MailPutAside(id, reason, sentence));
        this.events.publishEvent(MailSettled.as(state));
    }

    /** What a mail may be, the likeliest first. */
    List<MailGuess> guesses(IncomingMail mail) {
        return openers().map((handler) -> new MailGuess(handler.kind(), handler.signs(mail)))
            .filter((guess) -> !guess.signs().isEmpty())
            .sorted(Comparator.comparingInt((guess) -> -guess.signs().size()))
            .toList();
    }

    List<String> kinds() {
        return openers().map(MailHandler::kind).toList();
    }

    MailHandler handlerOf(String kind) {
        return openers().filter((handler) -> handler.kind().equals(kind))
            .findFirst()
            .orElseThrow(() -> UnknownMailHandler.ofKind(kind, kinds()));
    }

    private Stream<MailHandler> openers() {
        return this.handlers.orderedStream().filter(MailHandler::opensCases);
    }

    private Optional<MachineMail> machineOf(ParsedMail mail) {
        return MachineMail.of(mail.header())
            .or(() -> this.conversations.returnedTo(mail).map((sent) -> MachineMail.DELIVERY_REPORT));
    }

    private void file(long id, ParsedMail mail, MachineMail machine, Optional<AnsweredCase> answers) {
        Optional<CaseNumber> reported = machine.mayReport() ? this.reports.take(mail).map(SentMail::caseNumber)
                : Optional.empty();
        CaseNumber caseNumber = reported.or(() -> this.conversations.returnedTo(mail).map(SentMail::caseNumber))
            .or(() -> answers.filter((answer) -> answer.evidence() != Evidence.SUBJECT).map(AnsweredCase::caseNumber))
            .orElse(null);
        settle(id, MailState.MACHINE, caseNumber, null, machine.norwegian());
        this.events.publishEvent(MailSettled.as(MailState.MACHINE));
    }

    private void offer(IncomingMail mail, boolean spam) {
        boolean token = mail.answers().map(AnsweredCase::evidence).filter(Evidence.TOKEN::equals).isPresent();
        if (spam && !token) {
            suspect(mail);
        }
        else if (!continued(mail)) {
            this.handlers.orderedStream()
                .filter((handler) -> !mail.isAboutCase() && handler.accepts(mail))
                .findFirst()
                .ifPresentOrElse((handler) -> startAndTell(mail, handler),
                        () -> putAside(mail.id(), Reason.UNCLAIMED, Sentences.unclaimed(mail)));
        }
    }

    private void startAndTell(IncomingMail mail, MailHandler handler) {
        start(mail, handler);
        this.events.publishEvent(MailSettled.handled(mail, handler));
    }

    /** A filter may be wrong: what looks like ours all the same is for a person. */
    private void suspect(IncomingMail mail) {
        if (mail.answers().isPresent() || this.handlers.stream().anyMatch((handler) -> handler.accepts(mail))) {
            putAside(mail.id(), Reason.UNCLAIMED, Sentences.SUSPECT);
        }
        else {
            settle(mail.id(), MailState.SPAM, null, null, Sentences.SPAM);
            this.events.publishEvent(MailSettled.as(MailState.SPAM));
        }
    }

    private boolean continued(IncomingMail mail) {
        Optional<MailHandler> taker = mail.answers()
            .filter((answer) -> mail.isAnswer())
            .flatMap((answer) -> taken(answer.caseNumber(), mail));
        taker.ifPresent((handler) -> this.events.publishEvent(MailSettled.handled(mail, handler)));
        return taker.isPresent();
    }

    private Optional<MailHandler> taken(CaseNumber caseNumber, IncomingMail mail) {
        Optional<MailHandler> taker = this.handlers.orderedStream()
            .filter((handler) -> handler.resume(caseNumber, mail))
            .findFirst();
        taker.ifPresent((handler) -> settle(mail.id(), MailState.HANDLED, caseNumber, handler.kind(), null));
        return taker;
    }

    private void settle(long id, MailState state, @Nullable CaseNumber caseNumber, @Nullable String kind,
            @Nullable String reason) {
        this.mails.settle(id, state, caseNumber, kind, reason, this.clock.instant());
    }

}
