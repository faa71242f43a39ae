package guichet.local.stack;

import guichet.local.terminal.Failure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** PostgreSQL from Maven Central's binaries, with a database and a role for each service. */
final class Database implements AutoCloseable {
    /** Nobody is spared a password: the superuser can run programs as who started the stack. */
    private static final String ACCESS = "host all all 127.0.0.1/32 scram-sha-256\n";

    /** PostgreSQL's word for a password that is wrong. */
    private static final String WRONG_PASSWORD = "28P01";

    private final EmbeddedPostgres postgres;

    private Database(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts it on this folder, which is made if there is none.
     *
     * @throws Failure if it does not start, or the secrets are not those of the folder
     */
    static Database start(Path data, Secrets secrets) {
        return start(data, secrets, Duration.ofSeconds(60));
    }

    static Database start(Path data, Secrets secrets, Duration patience) {
        try (var password = PasswordFile.beside(data, secrets.superuserPassword())) {
            boolean isOpen = isOpen(data);
            var postgres =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data.toFile())
                            .setCleanDataDirectory(false)
                            .setLocaleConfig("pwfile", password.path().toString()) // of initdb
                            .setConnectConfig("password", secrets.superuserPassword())
                            .setDataDirectoryCustomizer(_ -> restrict(data, isOpen))
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("max_connections", "200")
                            .setServerConfig("fsync", "on") // off unless said, and so the next
                            .setServerConfig("synchronous_commit", "on")
                            .setPGStartupWait(patience)
                            .start();
            var database = new Database(postgres);
            database.prepare(data, secrets);
            return database;
        } catch (IOException | SQLException e) {
            throw failure(e);
        }
    }

    private static Failure failure(Exception e) {
        return e.getCause() instanceof SQLException refused
                        && WRONG_PASSWORD.equals(refused.getSQLState())
                ? new Failure(
                        "the secrets are not those with which the data was made: bring back"
                                + " secrets.properties, or start with --fresh",
                        e)
                : new Failure("PostgreSQL does not start: " + e.getMessage(), e);
    }

    /** Whether the superuser of a folder has no password yet: earlier versions gave it none. */
    private static boolean isOpen(Path data) throws IOException {
        Path access = access(data);
        return Files.exists(access)
                && Files.readAllLines(access).stream().anyMatch(it -> it.endsWith(" trust"));
    }

    /** Before anybody can connect, but where the superuser has to be given its password first. */
    private static void restrict(Path data, boolean isOpen) {
        try {
            if (!isOpen) {
                Files.writeString(access(data), ACCESS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path access(Path data) {
        return data.resolve("pg_hba.conf");
    }

    private void prepare(Path data, Secrets secrets) throws IOException, SQLException {
        try {
            shut(data, secrets.superuserPassword());
            for (Service service : Service.withDatabase()) {
                provide(service, secrets.databasePassword(service));
            }
        } catch (IOException | SQLException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** What an earlier version left open; changes nothing otherwise. */
    private void shut(Path data, String superuserPassword) throws IOException, SQLException {
        execute("alter role postgres password '%s'".formatted(superuserPassword));
        restrict(data, false);
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

    /** From where initdb reads what other people on the machine must not see on a command line. */
    private record PasswordFile(Path path) implements AutoCloseable {
        static PasswordFile beside(Path data, String password) throws IOException {
            Path folder = Files.createDirectories(data.toAbsolutePath().getParent());
            Path path = Files.createTempFile(folder, "password", null); // its owner's alone
            Files.writeString(path, password);
            return new PasswordFile(path);
        }

        @Override
        public void close() throws IOException {
            Files.delete(path);
        }
    }
}
