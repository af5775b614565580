package no.bits.tls.enrolment;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import no.bits.tls.document.FormField;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.UnknownCase;
import no.bits.tls.workflow.Decisions;
import org.jspecify.annotations.Nullable;

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

    private final EnrolmentDomains domains;

    private final Decisions decisions;

    private final EnrolmentRefusals refusals;

    private final EnrolmentSettings settings;

    private final Clock clock;

    EnrolmentReview(EnrolmentRepository repository, EnrolmentProcess process, CaseFiles caseFiles,
            EnrolmentDomains domains, Decisions decisions, EnrolmentRefusals refusals, EnrolmentSettings settings,
            Clock clock) {
        this.repository = repository;
        this.process = process;
        this.caseFiles = caseFiles;
        this.domains = domains;
        this.decisions = decisions;
        this.refusals = refusals;
        this.settings = settings;
        this.clock = clock;
    }

    ReviewSheet sheet(CaseNumber caseNumber) {
        return sheetOf(get(caseNumber));
    }

    /**
     * Refuses to go on where the case is not as the person has seen it.
     * @param caseNumber the case
     * @param seen the {@link ReviewSheet#version} that the person has seen, if known
     */
    void requireSeen(CaseNumber caseNumber, @Nullable Long seen) {
        if (seen != null && !seen.equals(get(caseNumber).version())) {
            throw EnrolmentRefused.changedMeanwhile();
        }
    }

    ReviewSheet correct(CaseNumber caseNumber, String user, Map<FormField, String> values) {
        this.process.claimedReview(caseNumber, user);
        Enrolment before = get(caseNumber);
        Enrolment corrected = this.repository.save(before.corrected(values));
        this.domains.changed(caseNumber, before.form(), corrected.form());
        this.process.retitle(caseNumber, corrected.form());
        return sheetOf(corrected);
    }

    /**
     * Asks the applicant for more.
     * @param points what to ask for: some of the findings, by {@link Finding#code()}
     * @param words what to add in one's own words, may be empty
     */
    void ask(CaseNumber caseNumber, String user, Map<FormField, String> values, Collection<String> points,
            String words) {
        Enrolment corrected = get(caseNumber).corrected(values);
        List<Finding> chosen = this.caseFiles.findings(corrected)
            .stream()
            .filter((finding) -> finding.isAskable() && points.contains(finding.code()))
            .toList();
        requireAskable(corrected, chosen, points, words);
        Inquiry inquiry = Inquiry.of(chosen, words, user, this.clock.instant(), this.settings);
        decide(corrected.asked(inquiry), user, EnrolmentDecision.MORE_NEEDED, words);
    }

    void approve(CaseNumber caseNumber, String user, Map<FormField, String> values, String reason) {
        Enrolment approved = get(caseNumber).corrected(values).approved();
        requireListable(approved, reason);
        decide(approved, user, EnrolmentDecision.APPROVED, reason);
    }

    void decline(CaseNumber caseNumber, String user, Map<FormField, String> values, String reason) {
        if (reason.isBlank()) {
            throw EnrolmentRefused.reasonNeeded("den sendes til søkeren.", "it is sent to the applicant.");
        }
        Enrolment declined = get(caseNumber).corrected(values).declined();
        decide(declined, user, EnrolmentDecision.DECLINED, reason);
        this.refusals.note(caseNumber, this.caseFiles.findings(declined));
    }

    private static void requireAskable(Enrolment enrolment, List<Finding> chosen, Collection<String> points,
            String words) {
        if (enrolment.applicant().isEmpty()) {
            throw EnrolmentRefused.nobodyToAsk();
        }
        if (chosen.size() < Set.copyOf(points).size()) {
            throw EnrolmentRefused.pointsGone();
        }
        if (chosen.isEmpty() && words.isBlank()) {
            throw EnrolmentRefused.nothingToAsk();
        }
    }

    private void requireListable(Enrolment enrolment, String reason) {
        enrolment.form().toParticipant(new CaseNumber(enrolment.caseNumber()));
        List<Finding> open = this.caseFiles.findings(enrolment).stream().filter(Finding::isMandatory).toList();
        open.stream()
            .filter((finding) -> finding.rule() == EnrolmentRule.DOMAIN_FREE)
            .findFirst()
            .ifPresent((finding) -> {
                throw EnrolmentRefused.cannotBeListed(finding.norwegian(), finding.english());
            });
        if (!open.isEmpty() && reason.isBlank()) {
            throw EnrolmentRefused.reasonNeeded(
                    "kravet er ikke oppfylt, og begrunnelsen følger saken. %s".formatted(open.get(0).norwegian()),
                    "the requirement is not met, and the reason stays with the case. %s"
                        .formatted(open.get(0).english()));
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
