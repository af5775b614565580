package no.bits.tls.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Deploys each process with the forms that it names, all under their relative names, so
 * that a change to one process or form makes a new version of that process alone.
 */
class DeploymentPerProcess extends SpringBootProcessEnginePlugin implements CamundaDeploymentConfiguration {

    private static final Pattern FORM = Pattern.compile("embedded:deployment:([^\"]+)");

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    @Override
    public Set<Resource> getDeploymentResources() {
        return Set.of();
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try {
            for (Resource process : this.resources.getResources("classpath*:processes/*.bpmn")) {
                deploy(engine, process);
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The processes cannot be read from the class path", ex);
        }
    }

    private void deploy(ProcessEngine engine, Resource process) throws IOException {
        String name = "processes/" + process.getFilename();
        String model = process.getContentAsString(StandardCharsets.UTF_8);
        DeploymentBuilder deployment = engine.getRepositoryService()
            .createDeployment()
            .name(name)
            .source("back office")
            .enableDuplicateFiltering(false)
            .addString(name, model);
        for (String form : formsOf(model)) {
            deployment.addString(form,
                    this.resources.getResource("classpath:" + form).getContentAsString(StandardCharsets.UTF_8));
        }
        deployment.deploy();
    }

    private static Set<String> formsOf(String model) {
        return FORM.matcher(model).results().map((MatchResult match) -> match.group(1)).collect(Collectors.toSet());
    }

}
