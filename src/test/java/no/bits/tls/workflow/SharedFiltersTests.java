package no.bits.tls.workflow;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The lists of tasks that staff find in Tasklist. */
@BackOfficeTest
class SharedFiltersTests {

    @LocalServerPort
    int port;

    @Test
    void filtersAreShownInTheLanguageOfTheReader() throws Exception {
        assertThat(filters("nb-NO").findValuesAsText("name")).containsSubsequence("Mine oppgaver", "Nye innmeldinger",
                "Feilmeldinger", "Henvendelser", "Å følge opp", "E-post å sortere og sende på nytt",
                "Venter på deltakere", "Over fristen");
        assertThat(filters("en-GB").findValuesAsText("name")).containsSubsequence("My tasks", "New enrolments",
                "Error reports", "Enquiries", "Follow-ups", "Quarantine and failed mail", "Waiting for participants",
                "Overdue");
    }

    @Test
    void aFilterSaysWhatItsColumnsAre() throws Exception {
        assertThat(columns("nb-NO")).containsExactly("Sak", "Virksomhet", "Domene");
        assertThat(columns("en-GB")).containsExactly("Case", "Organisation", "Domain");
    }

    private List<String> columns(String language) throws Exception {
        return filters(language).get(0).get("properties").get("variables").findValuesAsText("label");
    }

    private JsonNode filters(String language) throws Exception {
        return new ObjectMapper().readTree(WebSession.of(this.port, TestPeople.STAFF, "tasklist")
            .in(language)
            .get("/camunda/api/engine/engine/default/filter?resourceType=Task&sortBy=filterId&sortOrder=asc")
            .body());
    }

}
