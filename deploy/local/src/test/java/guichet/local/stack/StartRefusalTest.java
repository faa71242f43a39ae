package guichet.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a service that does not start. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartRefusalTest {
    @Test
    void every_fault_that_the_service_names_is_said_in_its_words() {
        var said =
                List.of(
                        "Does not start with these settings:",
                        "  GUICHET_TOKEN_KEY_ROTATION must be a time such as 30s, 10m or 24h",
                        "  GUICHET_ISSUER is missing");

        assertThat(StartRefusal.in(said)).contains(String.join("\n", said.subList(1, 3)));
    }

    @Test
    void an_api_or_a_client_that_cannot_be_declared_so_is_named_once() {
        var said =
                List.of(
                        "2026-01-01 00:00:00,000 ERROR [io.qua.run.Application] (main) Failed to"
                                + " start application: java.lang.IllegalStateException:"
                                + " guichet.resources.movies: identifier: must be an absolute URI",
                        "Caused by: java.lang.IllegalStateException: guichet.resources.movies:"
                                + " identifier: must be an absolute URI",
                        "\tat guichet.registry.Main(Main.java)",
                        "java.lang.IllegalStateException:"
                                + " guichet.clients.guichet-administrator.secret: needs 32"
                                + " characters or more");

        assertThat(StartRefusal.in(said))
                .contains(
                        "  guichet.resources.movies: identifier: must be an absolute URI\n"
                                + "  guichet.clients.guichet-administrator.secret: needs 32"
                                + " characters or more");
    }

    @Test
    void a_fault_that_lies_elsewhere_is_no_setting_s() {
        var said =
                List.of(
                        "GUICHET_TOKEN_KEY_ENCRYPTION_KEY was read",
                        "java.net.ConnectException: Connection refused",
                        "\tat guichet.token.Main(Main.java)");

        assertThat(StartRefusal.in(said)).isEmpty();
        assertThat(StartRefusal.ofData(said)).isEmpty();
    }

    @Test
    void tables_that_nobody_is_to_migrate_are_told_with_what_to_do() {
        var said =
                List.of(
                        "Caused by: java.lang.IllegalStateException: the database is of an older"
                                + " version and lacks the migrations 3: migrate it first");

        assertThat(StartRefusal.in(said))
                .hasValueSatisfying(told -> assertThat(told).contains("lacks the migrations 3"));
    }

    @Test
    void data_that_other_migrations_made_are_known_as_such() {
        var said = notValid("Migration checksum mismatch for migration version 3");

        assertThat(StartRefusal.ofData(said)).contains(DataFault.ANOTHER_VERSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Detected failed migration to version 3 (status and standing grants).",
                "Detected failed repeatable migration: views."
            })
    void a_migration_that_failed_half_way_is_no_other_version(String told) {
        var said = notValid(told);

        assertThat(StartRefusal.ofData(said)).contains(DataFault.MIGRATED_HALF_WAY);
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_wrong_with_the_data_it_is_said_what_to_do(DataFault fault) {
        assertThat(fault.words()).contains("./guichet up --fresh");
    }

    private static List<String> notValid(String told) {
        return List.of(
                "2026-01-01 00:00:00,000 ERROR [io.qua.run.Application] (main) Failed to start"
                        + " application: java.lang.RuntimeException: Failed to start quarkus",
                "Caused by: org.flywaydb.core.api.exception.FlywayValidateException: Validate"
                        + " failed: Migrations have failed validation",
                told,
                "Please remove any half-completed changes then run repair to fix the schema"
                        + " history.");
    }
}
