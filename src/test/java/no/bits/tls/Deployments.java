package no.bits.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Makes another version of a process the newest, with the forms that it names. */
public final class Deployments {

    private static final Pattern FORM = Pattern.compile("embedded:deployment:([^\"]+)");

    private Deployments() {
    }

    /**
     * The diagram of a process as it is today.
     * @param process its id
     */
    public static String today(String process) {
        return read(Path.of("processes", process + ".bpmn"));
    }

    /**
     * A diagram as it once was.
     * @param name its name under {@code src/test/resources/diagrams}
     */
    public static String earlier(String name) {
        return read(Path.of("src/test/resources/diagrams", name + ".bpmn"));
    }

    /**
     * Deploys a diagram.
     * @param engine where
     * @param process the id of the process
     * @param diagram its diagram
     * @return the new version
     */
    public static ProcessDefinition deploy(RepositoryService engine, String process, String diagram) {
        DeploymentBuilder deployment = engine.createDeployment()
            .addString("processes/%s.bpmn".formatted(process), diagram);
        Set<String> forms = FORM.matcher(diagram).results().map((found) -> found.group(1)).collect(Collectors.toSet());
        forms.forEach((form) -> deployment.addString(form, read(Path.of(form))));
        return deployment.deployWithResult().getDeployedProcessDefinitions().get(0);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
