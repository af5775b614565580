package no.bits.tls;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestDatabase.class)
class BackOfficeApplicationTests {

    @Autowired
    ProcessEngine engine;

    @Test
    void startsOnAnEmptyDatabase() {
        assertThat(this.engine.getRepositoryService().createProcessDefinitionQuery().count()).isNotNegative();
    }

}
