package guichet.kit.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseOutageTest {
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P02", "57P03"})
    void a_database_that_is_away_is_an_outage(String state) {
        var failure = new IllegalStateException(new SQLException("away", state));

        assertThat(DatabaseOutage.isBehind(failure)).isTrue();
    }

    @Test
    void a_pool_without_a_connection_is_an_outage() {
        assertThat(DatabaseOutage.isBehind(new SQLException("none left"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22001", "28P01"})
    void what_the_database_refuses_is_a_fault_of_ours(String state) {
        assertThat(DatabaseOutage.isBehind(new SQLException("refused", state))).isFalse();
    }

    @Test
    void other_failures_are_none() {
        var first = new IllegalStateException("one");
        first.initCause(new IllegalStateException("the other", first));

        assertThat(DatabaseOutage.isBehind(first)).isFalse();
    }
}
