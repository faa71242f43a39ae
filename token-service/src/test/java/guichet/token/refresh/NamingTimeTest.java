package guichet.token.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.database.Sql;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NamingTimeTest {
    private final DataSource database;

    NamingTimeTest(DataSource database) {
        this.database = database;
    }

    @AfterEach
    void asItWas() throws SQLException {
        run("update flyway_schema_history set installed_on = localtimestamp");
    }

    @Test
    void it_has_come_where_the_database_is_new() {
        assertThat(hasCome()).isTrue();
    }

    @Test
    void it_comes_a_day_after_an_older_database_was_migrated() throws SQLException {
        run("update flyway_schema_history set installed_on = localtimestamp - interval '9 days'");
        migrated("23 hours");
        assertThat(hasCome()).isFalse();

        migrated("25 hours");
        assertThat(hasCome()).isTrue();
    }

    private void migrated(String ago) throws SQLException {
        int rows =
                run(
                        "update flyway_schema_history set installed_on = localtimestamp - cast(? as interval)"
                                + " where script like '%refresh_tokens_name_their_grant.sql'",
                        ago);
        assertThat(rows).isEqualTo(1);
    }

    private boolean hasCome() {
        var time = new NamingTime(database);
        time.look();
        return time.hasCome();
    }

    private int run(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = Sql.prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }
}
