package guichet.kit.error;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseOutageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "08001", "08006", "40001", "40P01", "53100", "53200", "53300", "57014", "57P01",
                "57P02", "57P03", "58030", "25006", "55P03"
            })
    void a_database_that_is_away_is_an_outage(String state) {
        var failure = new IllegalStateException(new SQLException("away", state));

        assertThat(DatabaseOutage.isBehind(failure)).isTrue();
    }

    @Test
    void a_connection_lost_at_the_commit_is_an_outage() {
        var rolledBack = new IllegalStateException("rolled back");
        rolledBack.addSuppressed(new IllegalStateException(new SQLException("lost", "08006")));

        assertThat(DatabaseOutage.isBehind(new IllegalArgumentException(rolledBack))).isTrue();
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
    void a_transaction_that_took_too_long_is_an_outage() {
        var tookTooLong = new IllegalStateException(new RollbackException("timed out"));

        assertThat(DatabaseOutage.isBehind(tookTooLong)).isTrue();
    }

    @Test
    void one_that_is_rolled_back_for_what_it_wrote_is_none() {
        var rolledBack = new RollbackException("refused");
        rolledBack.addSuppressed(new SQLException("twice", "23505"));

        assertThat(DatabaseOutage.isBehind(rolledBack)).isFalse();
    }

    @Test
    void other_failures_are_none() {
        var first = new IllegalStateException("one");
        first.initCause(new IllegalStateException("the other", first));

        assertThat(DatabaseOutage.isBehind(first)).isFalse();
    }
}
