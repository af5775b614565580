package no.bits.tls.report;

import java.util.List;
import java.util.Optional;

import static no.bits.tls.report.Kind.CAMPAIGN;
import static no.bits.tls.report.Kind.DRIFT;
import static no.bits.tls.report.Kind.ENQUIRY;
import static no.bits.tls.report.Kind.ENROLMENT;
import static no.bits.tls.report.Kind.ERROR_REPORT;
import static no.bits.tls.report.Kind.LOST_CONTACT;
import static no.bits.tls.report.Kind.MILESTONE;
import static no.bits.tls.report.Kind.REVIEW;
import static no.bits.tls.report.Kind.TRIAGE;
import static no.bits.tls.report.Kind.UNDELIVERED;

/**
 * A step at which cases wait, for a person or for time to pass; also such as only older
 * diagrams have.
 *
 * @param kind the kind of case
 * @param activity its id in the diagram
 * @param work what it means for the work ahead when its time comes
 * @param english what it is called
 * @param norwegian the same in Norwegian; nothing of a task, whose name the engine knows
 */
record Step(Kind kind, String activity, Work work, String english, String norwegian) {

    /** All of them, in the order in which cases come to them. */
    static final List<Step> ALL = List.of(
            wait(ENROLMENT, "receiveTask_awaitAnswer", Work.NONE, "Until the applicant answers", "Til søkeren svarer"),
            task(ENROLMENT, "userTask_awaitApplicant", "Await applicant"),
            wait(ENROLMENT, "receiveTask_awaitDomainCheck", Work.NONE, "Until the domains are checked",
                    "Til domenene er undersøkt"),
            task(ENROLMENT, "userTask_reviewEnrolment", "Review enrolment"),
            wait(MILESTONE, "intermediateCatchEvent_noteDue", Work.MILESTONE, "Until the note, 14 days ahead",
                    "Til varselet, 14 dager før"),
            wait(MILESTONE, "intermediateCatchEvent_milestoneDue", Work.MILESTONE, "Until the milestone",
                    "Til milepælen"),
            wait(MILESTONE, "intermediateCatchEvent_firstReminderDue", Work.REMINDER, "Until the first reminder",
                    "Til første påminnelse"),
            wait(MILESTONE, "intermediateCatchEvent_secondReminderDue", Work.REMINDER, "Until the second reminder",
                    "Til andre påminnelse"),
            wait(MILESTONE, "intermediateCatchEvent_followUpDue", Work.FOLLOW_UP, "Until staff follow up",
                    "Til saksbehandler følger opp"),
            task(MILESTONE, "userTask_followUpMilestone", "Follow up milestone"),
            wait(REVIEW, "intermediateCatchEvent_firstReviewReminderDue", Work.REMINDER, "Until the first reminder",
                    "Til første påminnelse"),
            wait(REVIEW, "intermediateCatchEvent_secondReviewReminderDue", Work.REMINDER, "Until the second reminder",
                    "Til andre påminnelse"),
            wait(REVIEW, "intermediateCatchEvent_reviewFollowUpDue", Work.FOLLOW_UP, "Until staff follow up",
                    "Til saksbehandler følger opp"),
            task(REVIEW, "userTask_followUpReview", "Follow up review"),
            wait(DRIFT, "gateway_awaitMending", Work.NONE, "Until it is mended", "Til feilen er rettet"),
            wait(DRIFT, "intermediateCatchEvent_driftFollowUpDue", Work.FOLLOW_UP, "14 days without mending",
                    "14 dager uten retting"),
            task(DRIFT, "userTask_followUpDrift", "Follow up drift"),
            task(ERROR_REPORT, "userTask_assessErrorReport", "Assess error report"),
            wait(ERROR_REPORT, "gateway_awaitDetails", Work.NONE, "Until the reporter answers", "Til melderen svarer"),
            wait(ERROR_REPORT, "intermediateCatchEvent_detailsOverdue", Work.FOLLOW_UP, "10 days without an answer",
                    "10 dager uten svar"),
            task(ERROR_REPORT, "userTask_awaitDetails", "Await details"),
            wait(ERROR_REPORT, "gateway_awaitMending", Work.NONE, "Until it is mended", "Til feilen er rettet"),
            wait(ERROR_REPORT, "intermediateCatchEvent_mendingOverdue", Work.FOLLOW_UP,
                    "5 working days without mending", "5 arbeidsdager uten retting"),
            task(ERROR_REPORT, "userTask_awaitMending", "Await mending"),
            task(ERROR_REPORT, "userTask_followUpErrorReport", "Follow up error report"),
            task(ERROR_REPORT, "userTask_escalateErrorReport", "Escalate error report"),
            wait(ERROR_REPORT, "intermediateCatchEvent_leavingDay", Work.NONE, "Until the domain leaves",
                    "Til domenet tas av listen"),
            task(ENQUIRY, "userTask_answerEnquiry", "Answer enquiry"),
            task(TRIAGE, "userTask_sortEmail", "Sort e-mail"),
            task(UNDELIVERED, "userTask_followUpMail", "Follow up e-mail"),
            task(LOST_CONTACT, "userTask_findNewContact", "Find new contact"),
            wait(CAMPAIGN, "intermediateCatchEvent_quarterBegun", Work.NONE, "Until the quarter's first working day",
                    "Til kvartalets første arbeidsdag"));

    boolean isTask() {
        return this.work == Work.TASK;
    }

    static Optional<Step> of(String kind, String activity) {
        return ALL.stream()
            .filter((step) -> step.kind.key().equals(kind) && step.activity.equals(activity))
            .findFirst();
    }

    static List<Step> of(Kind kind) {
        return ALL.stream().filter((step) -> step.kind == kind).toList();
    }

    private static Step wait(Kind kind, String activity, Work work, String english, String norwegian) {
        return new Step(kind, activity, work, english, norwegian);
    }

    private static Step task(Kind kind, String activity, String english) {
        return new Step(kind, activity, Work.TASK, english, "");
    }

}
