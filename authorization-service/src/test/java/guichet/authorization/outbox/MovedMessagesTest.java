package guichet.authorization.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What waited in a table of its own before there was one outbox. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MovedMessagesTest {
    private static final String GRANT = "00000000-0000-0000-0000-000000000001";
    private static final String SESSION = "00000000-0000-0000-0000-000000000002";
    private static final String LETTER = "00000000-0000-0000-0000-000000000003";

    private final TestPostgres postgres = new TestPostgres();
    private Map<String, String> settings;

    @BeforeEach
    void start() {
        settings = postgres.start();
        migrateTo("10");
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void goes_on_waiting_in_the_outbox() throws SQLException {
        try (var database = database()) {
            execute(
                    database,
                    "insert into grant_end_to_tell values ('%s', 'signed out', now())"
                            .formatted(GRANT));
            execute(
                    database,
                    "insert into back_channel_logout values ('%1$s', 'cine', 'bob', '%1$s', now(), 3, now())"
                            .formatted(SESSION));
            execute(
                    database,
                    """
                    insert into mail_to_send (id, letter, address, asked_at, due_at, attempts)
                    values ('%s', 'RESET_PASSWORD', 'Bob@people.example', now(), now(), 0)\
                    """
                            .formatted(LETTER));

            migrateTo("11");

            assertThat(messages(database))
                    .containsExactlyInAnyOrder(
                            "grants-ended 0 to %1$s: {\"reason\": \"signed out\", \"grant_ids\": [\"%1$s\"]}"
                                    .formatted(GRANT),
                            "back-channel-logout 3 to cine: {\"sid\": \"%s\", \"subject\": \"bob\", \"client_id\": \"cine\"}"
                                    .formatted(SESSION),
                            "letter 0 to bob@people.example: {\"letter\": \"RESET_PASSWORD\", \"address\": \"Bob@people.example\", \"person_id\": null}");
        }
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(
                        settings.get("guichet.database.url"),
                        settings.get("guichet.database.username"),
                        settings.get("guichet.database.password"))
                .target(version)
                .load()
                .migrate();
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection(
                settings.get("guichet.database.url"),
                settings.get("guichet.database.username"),
                settings.get("guichet.database.password"));
    }

    private static List<String> messages(Connection database) throws SQLException {
        try (var question = database.createStatement();
                var rows =
                        question.executeQuery(
                                "select kind || ' ' || attempts || ' to ' || recipient || ': '"
                                        + " || payload from outbox")) {
            var messages = new ArrayList<String>();
            while (rows.next()) {
                messages.add(rows.getString(1));
            }
            return messages;
        }
    }

    private static void execute(Connection database, String statement) throws SQLException {
        try (var it = database.createStatement()) {
            it.execute(statement);
        }
    }
}
