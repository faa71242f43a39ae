package guichet.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.kit.postgres.TestPostgres;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are older or newer than the code, on a real PostgreSQL. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AppliedMigrationsTest {
    private static final TestPostgres POSTGRES = new TestPostgres();
    private static Map<String, String> database;

    @TempDir private Path migrations;

    @BeforeAll
    static void startDatabase() {
        database = POSTGRES.start();
    }

    @AfterAll
    static void stopDatabase() {
        POSTGRES.stop();
    }

    @BeforeEach
    void haveTwoVersions() throws IOException {
        Files.writeString(migrations.resolve("V1__one.sql"), "create table one (id int)");
        Files.writeString(migrations.resolve("V2__two.sql"), "create table two (id int)");
        flyway("2").clean();
    }

    @Test
    void tables_of_this_version_are_good() {
        flyway("2").migrate();

        assertThatCode(() -> AppliedMigrations.check(flyway("2"))).doesNotThrowAnyException();
    }

    @Test
    void tables_that_lack_a_migration_are_refused_with_what_to_do() {
        flyway("1").migrate();

        assertThatThrownBy(() -> AppliedMigrations.check(flyway("2")))
                .hasMessageContainingAll("lacks the migrations 2", "docs/upgrading.md");
    }

    @Test
    void where_there_are_no_tables_all_are_lacking() {
        assertThatThrownBy(() -> AppliedMigrations.check(flyway("2")))
                .hasMessageContaining("lacks the migrations 1, 2");
    }

    @Test
    void tables_of_a_newer_version_are_good_and_left_as_they_are() throws IOException {
        flyway("2").migrate();
        Files.delete(migrations.resolve("V2__two.sql"));

        assertThatCode(() -> AppliedMigrations.check(flyway("1"))).doesNotThrowAnyException();
        assertThatCode(() -> flyway("1").migrate()).doesNotThrowAnyException();
    }

    @Test
    @Timeout(60)
    void replicas_that_start_together_build_an_index_beside_those_who_write() throws Exception {
        flyway("2").migrate();
        Files.writeString(
                migrations.resolve("V3__three.sql"),
                "create index concurrently one_id on one (id)");

        try (var replicas = Executors.newFixedThreadPool(2)) {
            var first = replicas.submit(() -> flyway("3").migrate().migrationsExecuted);
            var second = replicas.submit(() -> flyway("3").migrate().migrationsExecuted);

            assertThat(first.get() + second.get()).isEqualTo(1);
        }
    }

    /** As the services set it up. */
    private Flyway flyway(String upTo) {
        Config config = ConfigProvider.getConfig();
        FluentConfiguration flyway = Flyway.configure();
        new MigrationConnections(settings()).customize(flyway);
        return flyway.locations("filesystem:" + migrations)
                .target(upTo)
                .cleanDisabled(false)
                .ignoreMigrationPatterns(
                        config.getValue("quarkus.flyway.ignore-migration-patterns", String[].class))
                .load();
    }

    private static DatabaseSettings settings() {
        return new SmallRyeConfigBuilder()
                .withMapping(DatabaseSettings.class)
                .withDefaultValues(database)
                .build()
                .getConfigMapping(DatabaseSettings.class);
    }
}
