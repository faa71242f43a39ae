package guichet.local.stack;

import guichet.local.terminal.Failure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** PostgreSQL from Maven Central's binaries, with a database and a role for each service. */
final class Database implements AutoCloseable {
    /** Only the superuser, who makes databases and roles, is spared its password on loopback. */
    private static final String ACCESS =
            """
            host all postgres 127.0.0.1/32 trust
            host all all      127.0.0.1/32 scram-sha-256
            """;

    private final EmbeddedPostgres postgres;

    private Database(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Database start(Path data, Secrets secrets) {
        try {
            var postgres =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data.toFile())
                            .setCleanDataDirectory(false)
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("max_connections", "200")
                            .setPGStartupWait(Duration.ofSeconds(60))
                            .start();
            var database = new Database(postgres);
            database.prepare(data, secrets);
            return database;
        } catch (IOException | SQLException e) {
            throw new Failure("PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    private void prepare(Path data, Secrets secrets) throws IOException, SQLException {
        try {
            restrict(data);
            for (Service service : Service.withDatabase()) {
                provide(service, secrets.databasePassword(service));
            }
        } catch (IOException | SQLException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private void restrict(Path data) throws IOException, SQLException {
        Files.writeString(data.resolve("pg_hba.conf"), ACCESS);
        execute("select pg_reload_conf()");
    }

    /** Names are quoted: "authorization" is a word of SQL. */
    private void provide(Service service, String password) throws SQLException {
        String name = service.database();
        if (!exists("select 1 from pg_roles where rolname = '%s'".formatted(name))) {
            execute("create role \"%s\" login".formatted(name));
        }
        execute("alter role \"%s\" password '%s'".formatted(name, password));
        if (!exists("select 1 from pg_database where datname = '%s'".formatted(name))) {
            execute("create database \"%1$s\" owner \"%1$s\"".formatted(name));
        }
        execute("revoke connect on database \"%s\" from public".formatted(name));
        execute("revoke connect on database postgres from public");
    }

    private boolean exists(String query) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Where a service finds its database. */
    String url(Service service) {
        return "jdbc:postgresql://127.0.0.1:%d/%s"
                .formatted(postgres.getPort(), service.database());
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new Failure("PostgreSQL does not stop: " + e.getMessage(), e);
        }
    }
}
