package no.bits.tls.workflow;

import java.util.List;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The first migration: the engine's own tables in the schema {@code public}, from the
 * scripts that its jar brings, so that several instances may start on an empty database.
 */
@Component
class EngineSchema implements JavaMigration {

    private static final List<String> PARTS = List.of("engine", "history", "identity", "case.engine", "case.history",
            "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "engine 7.24";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return 724;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("set local search_path to public");
            for (String part : PARTS) {
                ScriptUtils.executeSqlScript(context.getConnection(), new ClassPathResource(
                        "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql".formatted(part)));
            }
            statement.execute("create index backoffice_due_jobs on act_ru_job (duedate_)"
                    + " where retries_ > 0 and suspension_state_ = 1");
        }
    }

}
