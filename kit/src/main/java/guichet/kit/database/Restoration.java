package guichet.kit.database;

import static guichet.kit.audit.AuditEvent.DATABASE_RESTORED;

import guichet.kit.audit.Audit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/** Sees to it, once, that nothing comes back to life with a database that was restored. */
@ApplicationScoped
public class Restoration {
    private static final String NOTE =
            "insert into restoration (restored_at) values (?) on conflict do nothing";

    /** It ends what there is: a backup does not wait for a request. */
    private static final String TAKE_YOUR_TIME = "set local statement_timeout = 0";

    private final DatabaseSettings settings;
    private final DataSource database;
    private final BeanManager beans;
    private final Audit audit;

    Restoration(DatabaseSettings settings, DataSource database, BeanManager beans, Audit audit) {
        this.settings = settings;
        this.database = database;
        this.beans = beans;
        this.audit = audit;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent start) {
        settings.restoredAt().ifPresent(this::end);
    }

    /** Ends what came back to life, once for each moment; other replicas wait until it is done. */
    public void end(Instant restoredAt) {
        if (isAnybodyConcerned()) {
            QuarkusTransaction.requiringNew().run(() -> endOnce(restoredAt));
        }
    }

    private boolean isAnybodyConcerned() {
        return !beans.resolveObserverMethods(new DatabaseRestored()).isEmpty();
    }

    private void endOnce(Instant restoredAt) {
        if (isNew(restoredAt)) {
            beans.getEvent().fire(new DatabaseRestored());
            audit.tell(DATABASE_RESTORED);
        }
    }

    private boolean isNew(Instant restoredAt) {
        try (Connection connection = database.getConnection();
                PreparedStatement patience = Sql.prepare(connection, TAKE_YOUR_TIME);
                PreparedStatement note = Sql.prepare(connection, NOTE, restoredAt)) {
            patience.execute();
            return note.executeUpdate() == 1;
        } catch (SQLException failed) {
            throw new IllegalStateException("a restoration cannot be noted", failed);
        }
    }
}
