package no.bits.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.Assert;

/**
 * A tireless member of staff: claims and approves every enrolment that lies in Tasklist,
 * with the requests that Tasklist makes; logs in again wherever the application went
 * away.
 */
final class StaffRobot implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(StaffRobot.class);

    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    private final ObjectMapper json = new ObjectMapper();

    private final ScheduledExecutorService day = Executors.newSingleThreadScheduledExecutor();

    private final String user;

    private final String password;

    private final Supplier<Optional<Integer>> port;

    private int loggedInAt;

    private WebSession session = WebSession.ofNobody(0);

    private StaffRobot(String user, String password, Supplier<Optional<Integer>> port) {
        this.user = user;
        this.password = password;
        this.port = port;
    }

    /**
     * Begins to work.
     * @param user who
     * @param password the password
     * @param port where the application listens, if it does
     * @return the robot at work
     */
    static StaffRobot atWork(String user, String password, Supplier<Optional<Integer>> port) {
        StaffRobot robot = new StaffRobot(user, password, port);
        robot.day.scheduleWithFixedDelay(robot::work, 0, 200, TimeUnit.MILLISECONDS);
        return robot;
    }

    @Override
    public void close() {
        this.day.shutdownNow();
    }

    private void work() {
        try {
            this.port.get().ifPresent(this::workAt);
        }
        catch (UncheckedIOException ex) {
            this.loggedInAt = 0; // the application was killed
        }
        catch (RuntimeException ex) {
            logger.info("Staff begin again: {}", ex.getMessage());
            this.loggedInAt = 0;
        }
    }

    private void workAt(int current) {
        if (this.loggedInAt != current) {
            this.session = WebSession.of(current, this.user, this.password, "tasklist");
            this.loggedInAt = current;
        }
        for (JsonNode task : read(this.session.get(TASKS + "?taskDefinitionKey=userTask_reviewEnrolment"))) {
            approve(task.get("id").asText());
        }
    }

    private void approve(String task) {
        check(this.session.send("POST", "%s/%s/claim".formatted(TASKS, task),
                "{\"userId\":\"%s\"}".formatted(this.user)));
        String caseNumber = read(this.session.get("%s/%s/variables/caseNumber".formatted(TASKS, task))).get("value")
            .asText();
        String desk = "/desk/enrolments/" + caseNumber;
        Map<String, String> form = new HashMap<>();
        read(this.session.get(desk)).get("fields")
            .forEach((field) -> form.put(field.get("name").asText(), field.get("value").asText()));
        check(this.session.send("POST", desk + "/approval",
                this.json.valueToTree(Map.of("form", form, "reason", "Skjemaene er i orden.")).toString()));
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return this.json.readTree(check(answer).body());
        }
        catch (IOException ex) {
            throw new IllegalStateException("No JSON: " + answer.body(), ex);
        }
    }

    private static HttpResponse<String> check(HttpResponse<String> answer) {
        Assert.state(answer.statusCode() / 100 == 2,
                () -> "%s answers %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
        return answer;
    }

}
