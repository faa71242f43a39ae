package guichet.system.fault;

import static guichet.local.stack.Service.TOKEN;

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
                    Load.pause(Duration.ofSeconds(3));
                    postgres.start();
                });
    }

    @Test
    void a_database_that_hangs_loses_nothing_that_was_confirmed() throws Exception {
        Trial.of(
                stack.http(),
                () -> {
                    postgres.freeze();
                    Load.pause(Duration.ofSeconds(12));
                    postgres.thaw();
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
                        Load.pause(Duration.ofSeconds(15));
                        connection.rollback();
                    }
                });
    }

    @Test
    void a_database_without_a_connection_left_loses_nothing_that_was_confirmed() throws Exception {
        Trial.of(
                stack.http(),
                () -> {
                    List<Connection> taken = takeAll();
                    Load.pause(Duration.ofSeconds(10));
                    for (Connection connection : taken) {
                        connection.close();
                    }
                });
    }

    private List<Connection> takeAll() throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            while (true) {
                taken.add(postgres.connect(TOKEN));
            }
        } catch (SQLException full) {
            if (!"53300".equals(full.getSQLState())) {
                throw full;
            }
            return taken;
        }
    }
}
