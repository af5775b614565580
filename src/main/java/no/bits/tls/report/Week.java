package no.bits.tls.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.workflow.DeskLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What is planned for a week.
 *
 * @param monday its first day; nothing of all the time before this week
 * @param end the Monday after it
 * @param planned how many cases come to which step
 * @param reviews how many reviews are opened
 */
record Week(@Nullable LocalDate monday, LocalDate end, List<Place> planned, long reviews) {

    Figure number(Work work) {
        return Figure.of(this.planned.stream()
            .filter((one) -> Work.of(one.kind(), one.detail()).equals(Optional.of(work)))
            .mapToLong(Place::number)
            .sum());
    }

    Figure all() {
        Instant from = (this.monday != null) ? startOf(this.monday) : null;
        return Figure.of(this.planned.stream().mapToLong(Place::number).sum(),
                CaseQuery.of(Subject.DUE).between(from, startOf(this.end)));
    }

    Label<Week> label() {
        if (this.monday == null) {
            return Label.of(new Words("Tidligere, ikke gjort", "Earlier, not done").say(), this);
        }
        int number = this.monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return new Label<>("%d-W%02d".formatted(this.monday.get(IsoFields.WEEK_BASED_YEAR), number),
                new Words("Uke %d, fra %s", "Week %d, from %s").say()
                    .formatted(number, DeskLanguage.ofReader().written().date(this.monday)),
                false, this);
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(OsloTime.ZONE).toInstant();
    }

}
