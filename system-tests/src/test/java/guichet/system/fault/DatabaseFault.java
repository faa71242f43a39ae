package guichet.system.fault;

import static guichet.local.stack.Service.TOKEN;

import guichet.local.terminal.Pause;
import guichet.system.stack.DisturbsStack;
import guichet.system.stack.RunningStack.Suite;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database that crashes, hangs, is locked, or takes no connection more. */
@DisturbsStack
@Timeout(300)
class DatabaseFault {
    private final Suite stack;
    private final Postgres postgres;

    DatabaseFault(Suite stack) throws IOException {
        this.stack = stack;
        this.postgres = Postgres.of(stack.stack());
    }

    @Test
    void a_database_that_crashes_loses_nothing_that_was_confirmed() throws Exception {
        Trial.of(
                stack.http(),
                () -> {
                    postgres.crash();
                    try {
                        Pause.of(Duration.ofSeconds(3));
                    } finally {
                        postgres.start();
                    }
                });
    }

    @Test
    void a_database_that_hangs_loses_nothing_that_was_confirmed() throws Exception {
        Trial.of(
                stack.http(),
                () -> {
                    postgres.freeze();
                    try {
                        Pause.of(Duration.ofSeconds(12));
                    } finally {
                        postgres.thaw();
                    }
                });
    }

    @Test
    void a_table_that_is_locked_for_long_loses_nothing_that_was_confirmed() throws Exception {
        Trial.of(
                stack.http(),
                () -> {
                    try (Connection connection = postgres.connect(TOKEN);
                            var statement = connection.createStatement()) {
                        connection.setAutoCommit(false);
                        statement.execute("lock table token_grant, refresh_token");
                        Pause.of(Duration.ofSeconds(15));
                        connection.rollback();
                    }
                });
    }

    @Test
    void a_database_without_a_connection_left_loses_nothing_that_was_confirmed() throws Exception {
        Trial.of(
                stack.http(),
                () -> {
                    var taken = new ArrayList<Connection>();
                    try {
                        takeAll(taken);
                        endOthers(taken.getFirst());
                        takeAll(taken);
                        Pause.of(Duration.ofSeconds(10));
                    } finally {
                        for (Connection connection : taken) {
                            connection.close();
                        }
                    }
                });
    }

    /** Those that the service has, so that it needs new ones. */
    private static void endOthers(Connection ours) throws SQLException {
        try (var statement = ours.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where usename = current_user and application_name <> 'fault'");
        }
    }

    private void takeAll(List<Connection> taken) throws SQLException {
        try {
            while (true) {
                taken.add(postgres.connect(TOKEN));
            }
        } catch (SQLException full) {
            if (!"53300".equals(full.getSQLState())) {
                throw full;
            }
        }
    }
}
