package no.bits.tls.enrolment;

import java.util.Collection;

import no.bits.tls.workflow.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes which requirements a declined enrolment did not meet, for figures. */
@Component
class EnrolmentRefusals {

    private final JdbcClient jdbc;

    EnrolmentRefusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes it in the caller's transaction. */
    void note(CaseNumber caseNumber, Collection<Finding> findings) {
        findings.stream()
            .filter(Finding::isMandatory)
            .map((finding) -> finding.rule().requirement())
            .distinct()
            .forEach((requirement) -> this.jdbc
                .sql("insert into enrolment_refusal (case_number, requirement) values (?, ?)")
                .params(caseNumber.value(), requirement)
                .update());
    }

}
