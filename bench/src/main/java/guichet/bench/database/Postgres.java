package guichet.bench.database;

import guichet.bench.machine.ProcessTree;
import guichet.local.terminal.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A server that runs on this machine, as its superuser sees it.
 *
 * @param pid of the process that started the others
 */
public record Postgres(int port, long pid, String password) {

    /** The one that runs on a folder: it writes there who it is. */
    public static Postgres on(Path data, String password) {
        try {
            List<String> running = Files.readAllLines(data.resolve("postmaster.pid"));
            return new Postgres(
                    Integer.parseInt(running.get(3).strip()),
                    Long.parseLong(running.getFirst().strip()),
                    password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection to one of its databases. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database),
                "postgres",
                password);
    }

    /**
     * Does what a statement says.
     *
     * @param parameters for its question marks, in their order
     */
    public void execute(String database, String sql, Object... parameters) {
        try (var connection = connect(database);
                var statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < parameters.length; place++) {
                statement.setObject(place + 1, parameters[place]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new Failure("%s: %s".formatted(database, e.getMessage()), e);
        }
    }

    /** What it has written until now. */
    public Writes writes() {
        try (var connection = connect("postgres");
                var statement = connection.createStatement();
                var counted = statement.executeQuery(Writes.QUERY)) {
            counted.next();
            return new Writes(counted.getLong(1), counted.getLong(2));
        } catch (SQLException e) {
            throw new Failure("PostgreSQL does not count: " + e.getMessage(), e);
        }
    }

    /** Its processes. */
    public ProcessTree processes() {
        return new ProcessTree("postgresql", pid);
    }
}
