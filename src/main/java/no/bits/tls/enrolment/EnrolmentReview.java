package no.bits.tls.enrolment;

import java.util.List;
import java.util.Map;

import no.bits.tls.document.FormField;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.UnknownCase;
import no.bits.tls.workflow.Decisions;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff do in the review: look, correct, decide; a decision and the engine's step
 * are one transaction.
 */
@Service
@Transactional
class EnrolmentReview {

    private final EnrolmentRepository repository;

    private final EnrolmentProcess process;

    private final CaseFiles caseFiles;

    private final Decisions decisions;

    EnrolmentReview(EnrolmentRepository repository, EnrolmentProcess process, CaseFiles caseFiles,
            Decisions decisions) {
        this.repository = repository;
        this.process = process;
        this.caseFiles = caseFiles;
        this.decisions = decisions;
    }

    ReviewSheet sheet(CaseNumber caseNumber) {
        return sheetOf(get(caseNumber));
    }

    ReviewSheet correct(CaseNumber caseNumber, String user, Map<FormField, String> values) {
        this.process.claimedReview(caseNumber, user);
        return sheetOf(this.repository.save(get(caseNumber).corrected(values)));
    }

    void approve(CaseNumber caseNumber, String user, Map<FormField, String> values, String reason) {
        Enrolment approved = get(caseNumber).corrected(values).approved();
        requireListable(approved, reason);
        decide(approved, user, EnrolmentDecision.APPROVED, reason);
    }

    void decline(CaseNumber caseNumber, String user, Map<FormField, String> values, String reason) {
        if (reason.isBlank()) {
            throw EnrolmentRefused.reasonNeeded("den sendes til søkeren.");
        }
        decide(get(caseNumber).corrected(values).declined(), user, EnrolmentDecision.DECLINED, reason);
    }

    private void requireListable(Enrolment enrolment, String reason) {
        enrolment.form().toParticipant(new CaseNumber(enrolment.caseNumber()));
        List<Finding> open = this.caseFiles.findings(enrolment).stream().filter(Finding::isMandatory).toList();
        open.stream()
            .filter((finding) -> finding.rule() == EnrolmentRule.DOMAIN_FREE)
            .findFirst()
            .ifPresent((finding) -> {
                throw EnrolmentRefused.cannotBeListed(finding.norwegian());
            });
        if (!open.isEmpty() && reason.isBlank()) {
            throw EnrolmentRefused.reasonNeeded(
                    "kravet er ikke oppfylt, og begrunnelsen følger saken. %s".formatted(open.get(0).norwegian()));
        }
    }

    private void decide(Enrolment enrolment, String user, EnrolmentDecision decision, String reason) {
        CaseNumber caseNumber = new CaseNumber(enrolment.caseNumber());
        String task = this.process.claimedReview(caseNumber, user);
        this.repository.save(enrolment);
        this.decisions.record(caseNumber, task, decision, reason.strip(), user);
        this.process.reviewed(task, user, enrolment.form(), decision);
    }

    private ReviewSheet sheetOf(Enrolment enrolment) {
        return ReviewSheet.of(enrolment, this.caseFiles.findings(enrolment));
    }

    private Enrolment get(CaseNumber caseNumber) {
        return this.repository.findByCaseNumber(caseNumber.value())
            .orElseThrow(() -> UnknownCase.of("enrolment", caseNumber));
    }

}
