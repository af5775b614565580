package no.bits.tls;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import no.bits.tls.calendar.Quarter;
import no.bits.tls.calendar.WorkingDays;
import no.bits.tls.participant.Participant;

/**
 * What one participant does in a year, and the mails that it must get for it, by the
 * rules of the scheme and nothing else.
 */
final class YearPlan {

    private static final int EXTENSION = 30;

    private final MilestoneHabit milestoneHabit;

    private final ReviewHabit reviewHabit;

    private final Participant participant;

    private final LocalDate due;

    private final List<Quarter> quarters;

    private final List<Mail> mails = new ArrayList<>();

    YearPlan(int number, Participant participant, Quarter enrolledIn) {
        MilestoneHabit[] milestones = MilestoneHabit.values();
        ReviewHabit[] reviews = ReviewHabit.values();
        this.milestoneHabit = milestones[number % milestones.length];
        this.reviewHabit = reviews[number / milestones.length % reviews.length];
        this.participant = participant;
        this.due = WorkingDays.forward(participant.enrolledOn().plusMonths(3));
        this.quarters = Stream.iterate(enrolledIn.next(), Quarter::next).limit(4).toList();
        planMilestone();
        this.quarters.forEach(this::planReview);
    }

    Participant participant() {
        return this.participant;
    }

    List<Mail> mails() {
        return this.mails;
    }

    boolean endsWithJa() {
        return this.milestoneHabit != MilestoneHabit.NOT_ABLE;
    }

    /** The enrolment, the milestone, and each review that it does not miss. */
    int attestations() {
        return (this.reviewHabit == ReviewHabit.NEVER) ? 2 : 2 + this.quarters.size();
    }

    /** What it sends from its page today, or {@code phone}, or nothing. */
    Map<String, String> answersMilestone(LocalDate today) {
        boolean answers = !today.isBefore(milestoneAnswerDay());
        return switch (this.milestoneHabit) {
            case AT_ONCE, AFTER_FIRST_REMINDER, AFTER_SECOND_REMINDER -> answers ? Map.of("answer", "done") : Map.of();
            case NOT_ABLE -> answers ? Map.of("answer", "not-able", "reason", "Vi kan ikke.") : Map.of();
            case BY_TELEPHONE -> answers ? Map.of("phone", "yes") : Map.of();
            case LATER -> answers ? Map.of("answer", "done") : today.equals(this.due)
                    ? Map.of("answer", "more-time", "date", this.due.plusDays(EXTENSION).toString()) : Map.of();
        };
    }

    /** What it sends from its page today, or {@code phone}, or nothing. */
    Map<String, String> confirms(LocalDate today) {
        LocalDate asked = Quarter.of(today).firstWorkingDay();
        boolean confirms = switch (this.reviewHabit) {
            case AT_ONCE -> true;
            case AFTER_FIRST_REMINDER -> !today.isBefore(reminder(asked, 14));
            case AFTER_SECOND_REMINDER -> !today.isBefore(reminder(asked, 30));
            case BY_TELEPHONE -> !today.isBefore(WorkingDays.forward(asked.plusDays(37)));
            case NEVER -> false;
        };
        return !confirms ? Map.of()
                : Map.of((this.reviewHabit == ReviewHabit.BY_TELEPHONE) ? "phone" : "server", "postfix");
    }

    private LocalDate milestoneAnswerDay() {
        return switch (this.milestoneHabit) {
            case NOT_ABLE -> reminder(this.due, -14);
            case AT_ONCE -> this.due;
            case AFTER_FIRST_REMINDER -> reminder(this.due, 14);
            case AFTER_SECOND_REMINDER -> reminder(this.due, 28);
            case BY_TELEPHONE -> WorkingDays.forward(this.due.plusDays(35));
            case LATER -> WorkingDays.forward(this.due.plusDays(EXTENSION));
        };
    }

    private void planMilestone() {
        owe(reminder(this.due, -14), "milestone-note");
        if (this.milestoneHabit != MilestoneHabit.NOT_ABLE) {
            owe(this.due, "milestone-question");
        }
        if (this.milestoneHabit == MilestoneHabit.LATER) {
            owe(this.due, "milestone-new-date");
            owe(milestoneAnswerDay(), "milestone-question");
        }
        if (this.milestoneHabit.reminders > 0) {
            owe(reminder(this.due, 14), "milestone-reminder");
        }
        if (this.milestoneHabit.reminders > 1) {
            owe(reminder(this.due, 28), "milestone-reminder");
        }
        owe(milestoneAnswerDay(), "milestone-outcome");
    }

    private void planReview(Quarter quarter) {
        LocalDate asked = quarter.firstWorkingDay();
        owe(asked, "review-change-pack");
        if (this.reviewHabit.reminders > 0) {
            owe(reminder(asked, 14), "review-reminder");
        }
        if (this.reviewHabit.reminders > 1) {
            owe(reminder(asked, 30), "review-reminder");
            this.mails.add(new Mail(reminder(asked, 30), this.participant.technicalEmail().value(), "review-reminder"));
        }
    }

    private void owe(LocalDate on, String purpose) {
        this.mails.add(new Mail(on, this.participant.administratorEmail().value(), purpose));
    }

    private static LocalDate reminder(LocalDate asked, int days) {
        return WorkingDays.back(asked.plusDays(days));
    }

    /** A mail on its day. */
    record Mail(LocalDate on, String recipient, String purpose) implements Comparable<Mail> {

        private static final Comparator<Mail> ORDER = Comparator.comparing(Mail::on)
            .thenComparing(Mail::recipient)
            .thenComparing(Mail::purpose);

        @Override
        public int compareTo(Mail other) {
            return ORDER.compare(this, other);
        }

    }

    /** When somebody answers for its milestone. */
    private enum MilestoneHabit {

        AT_ONCE(0), NOT_ABLE(0), AFTER_FIRST_REMINDER(1), AFTER_SECOND_REMINDER(2), BY_TELEPHONE(2), LATER(0);

        private final int reminders;

        MilestoneHabit(int reminders) {
            this.reminders = reminders;
        }

    }

    /** When somebody confirms the list. */
    private enum ReviewHabit {

        AT_ONCE(0), AFTER_FIRST_REMINDER(1), AFTER_SECOND_REMINDER(2), BY_TELEPHONE(2), NEVER(2);

        private final int reminders;

        ReviewHabit(int reminders) {
            this.reminders = reminders;
        }

    }

}
