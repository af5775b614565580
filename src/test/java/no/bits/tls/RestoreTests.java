package no.bits.tls;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.BadSqlGrammarException;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The database is dumped while cases are under way, lost and restored: each case goes on
 * to its end.
 */
class RestoreTests {

    private static final int APPLICANTS = 3;

    @Test
    void casesGoOnFromTheDump() {
        try (DebianPostgres server = DebianPostgres.start(); CrashScene scene = CrashScene.on(server.connection())) {
            Ledger ledger = new Ledger(scene);
            Path dump = dumpWithCasesUnderWay(server, scene);
            wipe(scene);
            server.restore(dump, scene.owner());
            assertThat(ledger.isAnythingOpen()).isTrue();
            BackOfficeProcess restored = scene.start();
            await().dontCatchUncaughtExceptions()
                .failFast("The application ended by itself", () -> !restored.isAlive())
                .untilAsserted(ledger::assertNothingIsOpen);
            ledger.assertListed(WebSession.ofNobody(restored.port().orElseThrow()).get("/tls/domains.csv").body());
        }
    }

    private static Path dumpWithCasesUnderWay(DebianPostgres server, CrashScene scene) {
        for (int i = 0; i < APPLICANTS; i++) {
            scene.deliver();
        }
        try (BackOfficeProcess application = scene.start()) {
            await().dontCatchUncaughtExceptions()
                .failFast("The application ended by itself", () -> !application.isAlive())
                .ignoreExceptionsInstanceOf(BadSqlGrammarException.class)
                .until(() -> scene.database()
                    .sql("select count(*) from enrolment")
                    .query(Integer.class)
                    .single() == APPLICANTS);
            return server.dump();
        }
    }

    private static void wipe(CrashScene scene) {
        scene.database().sql("drop schema backoffice cascade").update();
        scene.database().sql("drop schema public cascade").update();
        scene.database().sql("create schema public authorization " + scene.owner()).update();
    }

}
