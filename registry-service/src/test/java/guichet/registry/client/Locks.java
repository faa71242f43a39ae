package guichet.registry.client;

import static org.assertj.core.api.Assertions.assertThatCode;

import guichet.kit.postgres.LockWait;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/** In which order clients are locked by who changes many. */
public final class Locks {
    /**
     * By name the first of two clients, and the last; in the table they are the other way round.
     */
    public static final String FIRST = "aaaa-of-the-balcony";

    public static final String LAST = "zzzz-of-the-balcony";

    private Locks() {}

    /**
     * Asserts that a change of two clients, both with the scope {@code balcony:read}, locks them by
     * name: as long as it waits for the first, it has not locked the last.
     */
    public static void assertByName(EntityManager database, DataSource rows, Runnable change)
            throws Exception {
        List.of(LAST, FIRST).forEach(client -> register(database, client));
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> changing =
                    QuarkusTransaction.requiringNew()
                            .call(() -> {
                                lock(database, FIRST, "");
                                Future<?> started = others.submit(change);
                                LockWait.awaitOf(rows, "update client");
                                assertThatCode(() -> lock(database, LAST, "nowait"))
                                        .doesNotThrowAnyException();
                                return started;
                            });
            changing.get();
        } finally {
            execute(database, "delete from client where client_id like '%-of-the-balcony'");
        }
    }

    private static void register(EntityManager database, String client) {
        execute(
                database,
                "insert into client (client_id, issued_at, metadata, registered_openly) values"
                        + " ('%s', now(), '{\"scope\": \"balcony:read\"}', false)"
                                .formatted(client));
    }

    private static void lock(EntityManager database, String client, String manner) {
        database.createNativeQuery(
                        "select client_id from client where client_id = '%s' for update %s"
                                .formatted(client, manner))
                .getSingleResult();
    }

    private static void execute(EntityManager database, String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
