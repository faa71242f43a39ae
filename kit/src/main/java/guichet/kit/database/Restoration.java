package guichet.kit.database;

import static guichet.kit.audit.AuditEvent.DATABASE_RESTORED;

import guichet.kit.audit.Audit;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;

/** Sees to it, once, that nothing comes back to life with a database that was restored. */
@ApplicationScoped
public class Restoration {
    private static final String NOTE =
            "insert into restoration (restored_at) values (?) on conflict do nothing";

    private final DatabaseSettings settings;
    private final BeanManager beans;
    private final Audit audit;

    Restoration(DatabaseSettings settings, BeanManager beans, Audit audit) {
        this.settings = settings;
        this.beans = beans;
        this.audit = audit;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent start) {
        settings.restoredAt().ifPresent(this::end);
    }

    /** Ends what came back to life, once for each moment; other replicas wait until it is done. */
    public void end(Instant restoredAt) {
        try (Connection connection = unlimited()) {
            connection.setAutoCommit(false);
            var restored = new DatabaseRestored(connection, restoredAt);
            if (isAnybodyConcerned(restored) && isNew(restored)) {
                beans.getEvent().fire(restored);
                connection.commit();
                audit.tell(DATABASE_RESTORED);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("what came back to life cannot be ended", failed);
        }
    }

    private boolean isAnybodyConcerned(DatabaseRestored restored) {
        return !beans.resolveObserverMethods(restored).isEmpty();
    }

    private static boolean isNew(DatabaseRestored restored) throws SQLException {
        try (var note = Sql.prepare(restored.connection(), NOTE, restored.at())) {
            return note.executeUpdate() == 1;
        }
    }

    /** Not of the pool: what there is may be much, and no request waits for it. */
    private Connection unlimited() throws SQLException {
        return DriverManager.getConnection(
                settings.url(), settings.username(), settings.password());
    }
}
