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

    private final MailReception reception;

    private final ApplicationEventPublisher events;

    private final TransactionOperations transaction;

    private final InboxSettings settings;

    private final Clock clock;

    MailIntake(InboundMails mails, MailParser parser, MailReception reception, TransactionOperations transaction,
            ApplicationEventPublisher events, InboxSettings settings, Clock clock) {
        this.mails = mails;
        this.parser = parser;
        this.reception = reception;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Handles the mails whose time has come, oldest first, but none that somebody else is
     * working on.
     * @param stopping whether to leave the rest for later
     */
    void handleDue(BooleanSupplier stopping) {
        long handled = 1;
        while (handled > 0) {
            handled = due().stream().takeWhile((id) -> !stopping.getAsBoolean()).filter(this::handle).count();
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
            return (mail.caseNumber() != null) ? mail.caseNumber() : claim(mail, this.reception.handlerOf(kind));
        });
    }

    void assign(long id, CaseNumber caseNumber) {
        this.transaction.executeWithoutResult((status) -> {
            InboundMail mail = aside(id).answering(caseNumber);
            if (!this.reception.resume(caseNumber, this.parser.parse(mail).toIncomingMail(mail))) {
                throw CaseTakesNoMail.of(caseNumber);
            }
        });
    }

    List<MailGuess> guesses(IncomingMail mail) {
        return this.reception.guesses(mail);
    }

    void retry(long id) {
        this.transaction.executeWithoutResult((status) -> this.mails.tryAgain(aside(id).id(), this.clock.instant()));
    }

    void dismiss(long id) {
        this.transaction.executeWithoutResult((status) -> {
            InboundMail mail = aside(id);
            this.mails.settle(id, MailState.DISMISSED, null, null, mail.reason(), this.clock.instant());
        });
    }

    /**
     * A person acts in the mail room upon a mail that was put aside.
     * @param id the mail
     * @param kind what is done about it
     * @param user who does it
     */
    void act(long id, StaffAct.Kind kind, String user) {
        this.transaction.executeWithoutResult((status) -> {
            InboundMail mail = aside(id);
            Instant now = this.clock.instant();
            this.mails.note(id, new StaffAct(kind, user, now));
            if (kind == StaffAct.Kind.DISMISSED) {
                this.mails.settle(id, MailState.DISMISSED, null, null, mail.reason(), now);
            }
            else {
                this.mails.tryAgain(id, now);
            }
        });
    }

    List<String> kinds() {
        return this.reception.kinds();
    }

    private List<Long> due() {
        return this.mails.due(this.clock.instant());
    }

    private boolean handle(long id) {
        int attempt = attempt(id);
        if (attempt > 0) {
            handle(id, attempt);
        }
        return attempt > 0;
    }

    private void handle(long id, int attempt) {
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
            this.reception.putAside(mail.id(), MailPutAside.Reason.FAILED, Sentences.interrupted(mail.reason()));
            return;
        }
        this.reception.receive(mail, this.parser.parse(mail));
    }

    private void failed(long id, int attempt, Throwable cause) {
        logger.warn("Attempt {} to handle the mail with the number {} failed", attempt, id, cause);
        this.events.publishEvent(new AttemptFailed(id));
        String sentence = Sentences.failed(attempt, cause);
        try {
            this.mails.noteFailure(id, sentence);
            if (attempt >= this.settings.attempts()) {
                this.transaction.executeWithoutResult((status) -> this.mails.lock(id)
                    .filter(this::isWaiting)
                    .ifPresent((mail) -> this.reception.putAside(id, MailPutAside.Reason.FAILED, sentence)));
            }
        }
        catch (RuntimeException ex) {
            logger.error("The mail with the number {} could not be put aside; it is tried again", id, ex);
        }
    }

    CaseNumber writeDown(WrittenNote note, String kind, String user) {
        return this.transaction.execute((status) -> {
            Instant now = this.clock.instant();
            long id = this.mails.insertByHand(note.toMail(this.settings.ownAddresses().get(0), now), now);
            this.mails.note(id, new StaffAct(StaffAct.Kind.WRITTEN_DOWN, user, now));
            this.mails.describe(id, this.parser.parse(locked(id)), SenderAuthentication.UNKNOWN, Optional.empty());
            return claim(locked(id), this.reception.handlerOf(kind));
        });
    }

    private CaseNumber claim(InboundMail mail, MailHandler handler) {
        requireAside(mail);
        return this.reception.start(this.parser.parse(mail).toIncomingMail(mail), handler);
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
