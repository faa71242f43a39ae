package guichet.authorization.people.session;

import guichet.kit.database.ExpiredRows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;

/** Deletes sessions that are over by themselves: nobody is told, as nobody did anything. */
@ApplicationScoped
class ExpiredSessions {
    private final ExpiredRows rows;
    private final Clock clock;
    private final SessionConfig config;

    ExpiredSessions(DataSource database, Clock clock, SessionConfig config) {
        this.rows = new ExpiredRows(database);
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        Instant now = clock.instant();
        rows.delete("session", "expires_at < ? or used_at < ?", now, now.minus(config.idle()));
    }
}
