package no.bits.tls.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.WorkingDays;
import org.camunda.bpm.engine.delegate.DelegateTask;

import org.springframework.stereotype.Component;

/** Gives each new task its priority, and its due time in working days. */
@Component
class TaskDuties {

    private static final LocalTime END_OF_OFFICE_HOURS = LocalTime.of(16, 0);

    private final DeskSettings settings;

    private final Clock clock;

    TaskDuties(DeskSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    void assign(DelegateTask task) {
        Duty duty = this.settings.of(task.getTaskDefinitionKey());
        task.setPriority(duty.priority());
        if (duty.workingDays() != null) {
            LocalDate day = WorkingDays.after(LocalDate.ofInstant(this.clock.instant(), OsloTime.ZONE),
                    duty.workingDays());
            task.setDueDate(Date.from(day.atTime(END_OF_OFFICE_HOURS).atZone(OsloTime.ZONE).toInstant()));
        }
    }

}
