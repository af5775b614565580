package no.bits.tls.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import no.bits.tls.workflow.CaseNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Handles stored mails, each in one transaction with everything that its handler does; a
 * mail that fails is tried again later and in the end put aside, so that none ever holds
 * up another.
 */
@Component
class MailIntake {

    private static final Logger logger = LoggerFactory.getLogger(MailIntake.class);

    private final InboundMails mails;

    private final MailParser parser;

    private final ObjectProvider<MailHandler> handlers;

    private final TransactionOperations transaction;

    private final ApplicationEventPublisher events;

    private final InboxSettings settings;

    private final Clock clock;

    MailIntake(InboundMails mails, MailParser parser, ObjectProvider<MailHandler> handlers,
            TransactionOperations transaction, ApplicationEventPublisher events, InboxSettings settings, Clock clock) {
        this.mails = mails;
        this.parser = parser;
        this.handlers = handlers;
        this.transaction = transaction;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Handles the mails whose time has come, oldest first.
     * @param stopping whether to leave the rest for later
     */
    void handleDue(BooleanSupplier stopping) {
        for (List<Long> due = due(); !due.isEmpty() && !stopping.getAsBoolean(); due = due()) {
            due.stream().takeWhile((id) -> !stopping.getAsBoolean()).forEach(this::handle);
        }
    }

    Optional<Instant> nextDue() {
        return this.mails.nextDue();
    }

    Map<Long, MailState> settled(Collection<Long> ids) {
        return this.mails.settled(ids);
    }

    /**
     * A person says what kind of case a mail belongs to.
     * @param id the mail
     * @param kind the kind of case
     * @return the case; the same again for a mail that is handled already
     */
    CaseNumber claim(long id, String kind) {
        return this.transaction.execute((status) -> {
            InboundMail mail = locked(id);
            return (mail.caseNumber() != null) ? mail.caseNumber() : claim(mail, handlerOf(kind));
        });
    }

    void retry(long id) {
        this.transaction.executeWithoutResult((status) -> this.mails.tryAgain(aside(id).id(), this.clock.instant()));
    }

    void dismiss(long id) {
        this.transaction.executeWithoutResult((status) -> {
            InboundMail mail = aside(id);
            this.mails.settle(id, MailState.DISMISSED, null, mail.reason(), this.clock.instant());
        });
    }

    List<String> kinds() {
        return this.handlers.orderedStream().map(MailHandler::kind).toList();
    }

    private List<Long> due() {
        return this.mails.due(this.clock.instant());
    }

    private void handle(long id) {
        int attempt = attempt(id);
        if (attempt == 0) {
            return;
        }
        try {
            this.transaction.executeWithoutResult((status) -> {
                this.mails.commitSoon();
                this.mails.lockIfFree(id).filter(this::isWaiting).ifPresent(this::handle);
            });
        }
        catch (Throwable ex) {
            failed(id, attempt, ex);
        }
    }

    private int attempt(long id) {
        return this.transaction.execute((status) -> {
            this.mails.commitSoon();
            return this.mails.raiseAttempts(id, this.clock.instant(), this.settings.retryPause()).orElse(0);
        });
    }

    private boolean isWaiting(InboundMail mail) {
        return mail.state() == MailState.STORED;
    }

    private void handle(InboundMail mail) {
        if (mail.attempts() > this.settings.attempts()) {
            putAside(mail.id(), MailPutAside.Reason.FAILED, Sentences.interrupted(mail.reason()));
            return;
        }
        ParsedMail parsed = this.parser.parse(mail);
        this.mails.describe(mail.id(), parsed);
        if (parsed.defect() != null) {
            putAside(mail.id(), MailPutAside.Reason.BEYOND_LIMITS, parsed.defect());
        }
        else if (OwnMail.test(parsed.header(), this.settings.ownAddresses())) {
            putAside(mail.id(), MailPutAside.Reason.OWN_MAIL, Sentences.OWN_MAIL);
        }
        else if (MachineMail.test(parsed.header())) {
            settle(mail.id(), MailState.MACHINE);
        }
        else {
            offer(parsed.toIncomingMail(mail));
        }
    }

    private void offer(IncomingMail mail) {
        this.handlers.orderedStream()
            .filter((handler) -> handler.accepts(mail))
            .findFirst()
            .ifPresentOrElse((handler) -> handle(mail, handler),
                    () -> putAside(mail.id(), MailPutAside.Reason.UNCLAIMED, Sentences.UNCLAIMED));
    }

    private CaseNumber handle(IncomingMail mail, MailHandler handler) {
        CaseNumber caseNumber = handler.handle(mail);
        this.mails.settle(mail.id(), MailState.HANDLED, caseNumber, null, this.clock.instant());
        return caseNumber;
    }

    private void settle(long id, MailState state) {
        this.mails.settle(id, state, null, null, this.clock.instant());
    }

    private void putAside(long id, MailPutAside.Reason reason, String sentence) {
        MailState state = (reason == MailPutAside.Reason.UNCLAIMED) ? MailState.UNCLAIMED : MailState.QUARANTINED;
        this.mails.settle(id, state, null, sentence, this.clock.instant());
        this.events.publishEvent(new MailPutAside(id, reason, sentence));
    }

    private void failed(long id, int attempt, Throwable cause) {
        logger.warn("Attempt {} to handle the mail with the number {} failed", attempt, id, cause);
        String sentence = Sentences.failed(attempt, cause);
        try {
            this.mails.noteFailure(id, sentence);
            if (attempt >= this.settings.attempts()) {
                this.transaction.executeWithoutResult((status) -> this.mails.lock(id)
                    .filter(this::isWaiting)
                    .ifPresent((mail) -> putAside(id, MailPutAside.Reason.FAILED, sentence)));
            }
        }
        catch (RuntimeException ex) {
            logger.error("The mail with the number {} could not be put aside; it is tried again", id, ex);
        }
    }

    private CaseNumber claim(InboundMail mail, MailHandler handler) {
        requireAside(mail);
        return handle(this.parser.parse(mail).toIncomingMail(mail), handler);
    }

    private MailHandler handlerOf(String kind) {
        return this.handlers.orderedStream()
            .filter((handler) -> handler.kind().equals(kind))
            .findFirst()
            .orElseThrow(() -> UnknownMailHandler.ofKind(kind, kinds()));
    }

    private InboundMail aside(long id) {
        return requireAside(locked(id));
    }

    private InboundMail locked(long id) {
        return this.mails.lock(id).orElseThrow(() -> UnknownMail.withId(id));
    }

    private static InboundMail requireAside(InboundMail mail) {
        if (!mail.state().isAside()) {
            throw MailNotWaiting.inState(mail.id(), mail.state());
        }
        return mail;
    }

}
