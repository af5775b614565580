package no.bits.tls;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Holds the direction between the packages, and keeps each library where it belongs. */
class ModularityTests {

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("no.bits.tls");

    @Test
    void modulesKnowOnlyTheNeighboursTheyDeclare() {
        ApplicationModules.of(BackOfficeApplication.class).verify();
    }

    @Test
    void theEngineIsKnownOnlyToProcessesTasksWorkflowReportsAndTheDoors() {
        noClasses().that()
            .resideOutsideOfPackages("no.bits.tls.workflow..", "no.bits.tls.report..", "no.bits.tls.login..")
            .and()
            .haveSimpleNameNotEndingWith("Process")
            .and()
            .haveSimpleNameNotEndingWith("Tasks")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .check(PRODUCTION);
    }

    @Test
    void mailIsKnownOnlyToInboxAndOutbox() {
        noClasses().that()
            .resideOutsideOfPackages("no.bits.tls.inbox..", "no.bits.tls.outbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
            .check(PRODUCTION);
    }

    @Test
    void mimeIsParsedOnlyInTheInbox() {
        noClasses().that()
            .resideOutsideOfPackage("no.bits.tls.inbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.james..")
            .check(PRODUCTION);
    }

    @Test
    void containersAreOpenedOnlyInTheInbox() {
        noClasses().that()
            .resideOutsideOfPackage("no.bits.tls.inbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.poi..", "org.bouncycastle..")
            .check(PRODUCTION);
    }

    @Test
    void documentFormatsAreKnownOnlyToDocument() {
        noClasses().that()
            .resideOutsideOfPackage("no.bits.tls.document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.docx4j..", "org.apache.pdfbox..")
            .check(PRODUCTION);
    }

    @Test
    void dnsAndTlsAreSpokenOnlyInTls() {
        noClasses().that()
            .resideOutsideOfPackage("no.bits.tls.tls..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.xbill..", "javax.net.ssl..")
            .check(PRODUCTION);
    }

    @Test
    void nobodyTakesTheTimeFromElsewhereThanTheClock() {
        noClasses().should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .check(PRODUCTION);
    }

    @Test
    void nobodyReadsTheDatabaseByAStreamThatKeepsItsConnectionUntilItIsClosed() {
        noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream").check(PRODUCTION);
    }

}
