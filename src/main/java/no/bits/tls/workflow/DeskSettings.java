package no.bits.tls.workflow;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * How soon people do their tasks.
 *
 * @param tasks each kind of task by its name in the diagram without the prefix, for
 * example {@code reviewEnrolment}
 */
@ConfigurationProperties("backoffice.desk")
record DeskSettings(Map<String, Duty> tasks) {

    private static final String PREFIX = "userTask_";

    /**
     * The duty of a kind of task.
     * @param definitionKey the user task's id in the diagram
     * @return when it is due and what comes before it
     */
    Duty of(String definitionKey) {
        String task = definitionKey.substring(PREFIX.length());
        Duty duty = this.tasks.get(task);
        Assert.state(duty != null, () -> "There is no setting backoffice.desk.tasks." + task);
        return duty;
    }

}
