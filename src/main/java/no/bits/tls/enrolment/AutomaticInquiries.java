package no.bits.tls.enrolment;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * Asks without a person where no judgement is needed: every file is a form that could be
 * read, and something in it, or one of the two forms, is simply missing. It never asks
 * for the same again, nor in a case in which a person has asked, nor where somebody wrote
 * who may not be the applicant.
 */
@Component
class AutomaticInquiries {

    private static final Set<EnrolmentRule> EMPTY = EnumSet.of(EnrolmentRule.DECLARATION_ATTACHED,
            EnrolmentRule.COMPANY_FORM_ATTACHED, EnrolmentRule.ORGANISATION_NAMED,
            EnrolmentRule.ORGANISATION_NUMBER_GIVEN, EnrolmentRule.DOMAIN_GIVEN, EnrolmentRule.ADMINISTRATOR_NAMED,
            EnrolmentRule.ADMINISTRATOR_GIVEN, EnrolmentRule.TECHNICAL_CONTACT_GIVEN,
            EnrolmentRule.TECHNICAL_PHONE_GIVEN, EnrolmentRule.ENROLMENT_DATE_GIVEN,
            EnrolmentRule.INBOUND_ENFORCEMENT_ANSWERED, EnrolmentRule.CONTACT_NAMED, EnrolmentRule.CONTACT_REACHABLE,
            EnrolmentRule.DECLARATION_DATED);

    private final CaseFiles caseFiles;

    private final EnrolmentSettings settings;

    private final Clock clock;

    AutomaticInquiries(CaseFiles caseFiles, EnrolmentSettings settings, Clock clock) {
        this.caseFiles = caseFiles;
        this.settings = settings;
        this.clock = clock;
    }

    boolean isDue(Enrolment enrolment) {
        List<Finding> points = points(enrolment);
        return this.settings.automaticRequests() && isFirstOfItsKind(enrolment, points)
                && points.stream().anyMatch(Finding::isMandatory) && isEasy(enrolment);
    }

    Inquiry of(Enrolment enrolment) {
        return Inquiry.of(points(enrolment), "", null, this.clock.instant(), this.settings);
    }

    private boolean isFirstOfItsKind(Enrolment enrolment, List<Finding> points) {
        List<Inquiry> earlier = enrolment.inquiries();
        return earlier.size() < this.settings.mostAutomaticRequests() && earlier.stream().allMatch(Inquiry::isAutomatic)
                && earlier.stream().noneMatch((inquiry) -> inquiry.findings().equals(points));
    }

    private boolean isEasy(Enrolment enrolment) {
        Contributions mails = enrolment.contributions();
        return enrolment.sender() != null
                && mails.mails().stream().allMatch((mail) -> mail.trusted() && brings(mails, mail))
                && this.caseFiles.findings(enrolment)
                    .stream()
                    .allMatch(
                            (finding) -> EMPTY.contains(finding.rule()) || finding.rule().severity() == Severity.INFO);
    }

    private static boolean brings(Contributions mails, ArrivedMail mail) {
        List<AttachedDocument> documents = mails.relevantDocuments(mail);
        return !documents.isEmpty() && documents.stream().allMatch(AttachedDocument::isForm);
    }

    private List<Finding> points(Enrolment enrolment) {
        return this.caseFiles.findings(enrolment).stream().filter((finding) -> EMPTY.contains(finding.rule())).toList();
    }

}
