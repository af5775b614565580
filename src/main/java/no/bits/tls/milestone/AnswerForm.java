package no.bits.tls.milestone;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import no.bits.tls.calendar.WorkingDays;
import no.bits.tls.changepack.AnswerPages;
import no.bits.tls.changepack.Attestation.Means;
import org.jspecify.annotations.Nullable;

/**
 * The answer page's form as a browser sends it; nothing in it is to be believed before
 * {@link #mistake} finds none.
 *
 * @param answer one of {@code done}, {@code not-able}, {@code more-time}
 * @param reason why it is not possible
 * @param date the new day, as {@code 2027-03-01}
 * @param server the mail servers, by their names in forms
 * @param test present where Bits may test
 * @param list the version of the Domain List that the page showed
 */
record AnswerForm(@Nullable String answer, @Nullable String reason, @Nullable String date,
        @Nullable List<String> server, @Nullable String test, @Nullable String list) {

    private static final int LONGEST_REASON = 2000;

    static AnswerForm empty() {
        return new AnswerForm(null, null, null, null, null, null);
    }

    Optional<MilestoneAnswer> chosen() {
        return Optional.ofNullable(switch (String.valueOf(this.answer)) {
            case "done" -> MilestoneAnswer.DONE;
            case "not-able" -> MilestoneAnswer.NOT_ABLE;
            case "more-time" -> MilestoneAnswer.MORE_TIME;
            default -> null;
        });
    }

    List<String> servers() {
        return Optional.ofNullable(this.server).orElse(List.of());
    }

    /**
     * What is wrong with the form.
     * @param earliest the first day to which the milestone may move
     * @param latest the last such day
     * @param extended whether it was moved already
     * @return the first mistake, or nothing
     */
    Optional<Mistake> mistake(LocalDate earliest, LocalDate latest, boolean extended) {
        if (chosen().isEmpty()) {
            return Optional.of(Mistake.NO_ANSWER);
        }
        return switch (chosen().orElseThrow()) {
            case NOT_ABLE -> Optional.of(Mistake.NO_REASON).filter((mistake) -> words().isEmpty());
            case MORE_TIME -> Optional.of(extended ? Mistake.EXTENDED : Mistake.NO_DATE)
                .filter((mistake) -> extended || newDate().filter((day) -> !day.isBefore(earliest))
                    .filter((day) -> !day.isAfter(latest))
                    .isEmpty());
            default -> Optional.empty();
        };
    }

    GivenAnswer given(long newestVersion) {
        MilestoneAnswer answer = chosen().orElseThrow();
        return new GivenAnswer(answer, (answer == MilestoneAnswer.NOT_ABLE) ? words() : "",
                (answer == MilestoneAnswer.MORE_TIME) ? newDate().map(WorkingDays::forward).orElseThrow() : null,
                answer == MilestoneAnswer.DONE && this.test != null,
                AnswerPages.comparedVersion(this.list, newestVersion), Means.PAGE);
    }

    private String words() {
        String words = Stream.ofNullable(this.reason).map(String::strip).findFirst().orElse("");
        return words.substring(0, Math.min(words.length(), LONGEST_REASON));
    }

    private Optional<LocalDate> newDate() {
        try {
            return Optional.ofNullable(this.date).map(String::strip).map(LocalDate::parse);
        }
        catch (DateTimeException ex) {
            return Optional.empty();
        }
    }

    /** What can be wrong; the page knows the words. */
    enum Mistake {

        /** Nothing was chosen. */
        NO_ANSWER,

        /** Not able, but why? */
        NO_REASON,

        /** More time, but until when? */
        NO_DATE,

        /** More time was given once before. */
        EXTENDED,

        /** Nothing: the case is between two steps and takes the answer in a moment. */
        BUSY

    }

}
