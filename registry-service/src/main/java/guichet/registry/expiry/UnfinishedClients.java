package guichet.registry.expiry;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The clients that registered themselves and have not been seen to finish a flow. One that the
 * settings declare stays, and so does an API's own, which only asks about tokens.
 */
@ApplicationScoped
class UnfinishedClients implements ExpiringClients {
    /** Nearly all of these expire. */
    private static final int AT_ONCE = 20;

    private static final String UNFINISHED =
            """
            select client_id from client
            where not declared and in_use_since is null and client_id > :after
              and not exists (select 1 from resource where resource.client_id = client.client_id)
            order by client_id limit :most
            """;

    private static final String EXPIRED =
            """
            select client_id from client
            where client_id in (:clients) and not declared and in_use_since is null
              and registered_at < case when registered_openly then cast(:past as timestamptz)
                                   else cast(:pastByToken as timestamptz) end
              and not exists (select 1 from resource where resource.client_id = client.client_id)
            """;

    private final EntityManager database;
    private final Clock clock;
    private final ClientExpiry expiry;
    private final ExpiryConfig config;

    /** The last client that a run had time for: the next run goes on from there. */
    private volatile String reached = "";

    UnfinishedClients(
            EntityManager database, Clock clock, ClientExpiry expiry, ExpiryConfig config) {
        this.database = database;
        this.clock = clock;
        this.expiry = expiry;
        this.config = config;
    }

    /** Keeps those that are in use, deletes those whose time is over; repeats change nothing. */
    @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void expire() {
        expire(ClientExpiry.PATIENCE);
    }

    /** The same for about so long. */
    void expire(Duration patience) {
        reached = expiry.run(this, reached, patience);
    }

    @Override
    public Query next(String after) {
        return database.createNativeQuery(UNFINISHED)
                .setParameter("after", after)
                .setParameter("most", AT_ONCE);
    }

    @Override
    public Query expired(List<String> clients, String lock) {
        Instant now = clock.instant();
        return database.createNativeQuery(EXPIRED + lock)
                .setParameter("clients", clients)
                .setParameter("past", now.minus(config.lifetime()))
                .setParameter("pastByToken", now.minus(config.lifetimeByToken()));
    }

    @Override
    public String reason() {
        return "never finished a flow";
    }
}
