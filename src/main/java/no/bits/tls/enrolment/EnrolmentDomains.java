package no.bits.tls.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;

import no.bits.tls.domaincheck.DomainChecked;
import no.bits.tls.domaincheck.DomainChecks;
import no.bits.tls.domaincheck.Reason;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.UnknownCase;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the mail servers of an enrolment's domains looked at before a person reviews it,
 * and again whenever the domains change.
 */
@Service
@Transactional
class EnrolmentDomains {

    private final EnrolmentRepository repository;

    private final EnrolmentProcess process;

    private final DomainChecks checks;

    private final EnrolmentSettings settings;

    private final Clock clock;

    EnrolmentDomains(EnrolmentRepository repository, EnrolmentProcess process, DomainChecks checks,
            EnrolmentSettings settings, Clock clock) {
        this.repository = repository;
        this.process = process;
        this.checks = checks;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Has the domains checked.
     * @param caseNumber the case
     * @return whether there are any
     */
    boolean askForCheck(CaseNumber caseNumber) {
        EnrolmentForm form = this.repository.findByCaseNumber(caseNumber.value())
            .orElseThrow(() -> UnknownCase.of("enrolment", caseNumber))
            .form();
        this.checks.ask(caseNumber, Reason.ENROLMENT, form.domains());
        return !form.domains().isEmpty();
    }

    /** When the review begins, whatever has been seen by then. */
    Instant checkDue() {
        return this.clock.instant().plus(this.settings.domainCheckWithin());
    }

    /** Has the domains checked again where they are others than before. */
    @Transactional(propagation = Propagation.MANDATORY)
    void changed(CaseNumber caseNumber, EnrolmentForm before, EnrolmentForm after) {
        if (!Set.copyOf(before.domains()).equals(Set.copyOf(after.domains()))) {
            this.checks.ask(caseNumber, Reason.ENROLMENT, after.domains());
            goOnIfNothingIsToBeSeen(caseNumber);
        }
    }

    /** Lets the review begin once all is seen. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void checked(DomainChecked checked) {
        CaseNumber caseNumber = checked.check().caseNumber();
        if (caseNumber != null) {
            goOnIfNothingIsToBeSeen(caseNumber);
        }
    }

    private void goOnIfNothingIsToBeSeen(CaseNumber caseNumber) {
        if (this.checks.areDone(caseNumber) && this.process.isAwaitingDomainCheck(caseNumber)) {
            this.process.domainsChecked(caseNumber);
        }
    }

}
