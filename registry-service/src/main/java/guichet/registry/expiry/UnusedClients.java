package guichet.registry.expiry;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The clients that anybody could have registered and that were in use: one grant, which a client
 * may have given itself, keeps none for ever.
 */
@ApplicationScoped
class UnusedClients implements ExpiringClients {
    /** Most of these are in use or expire much later, so that a run deletes few of so many. */
    private static final int AT_ONCE = 100;

    /** Whoever was seen in use so lately is not asked about again, and not written again. */
    private static final Duration LATELY = Duration.ofDays(1);

    private static final String NOT_SEEN_LATELY =
            """
            select client_id from client
            where last_used_at < :before and registered_openly and not declared
              and client_id > :after
              and not exists (select 1 from resource where resource.client_id = client.client_id)
            order by client_id limit :most
            """;

    /** Whoever registers a client again has as long to use it as whoever used it. */
    private static final String UNUSED =
            """
            select client_id from client
            where client_id in (:clients) and last_used_at < :before and registered_at < :before
              and registered_openly and not declared
              and not exists (select 1 from resource where resource.client_id = client.client_id)
            """;

    private final EntityManager database;
    private final Clock clock;
    private final ClientExpiry expiry;
    private final UnusedConfig config;

    /** The last client that a run had time for: the next run goes on from there. */
    private volatile String reached = "";

    UnusedClients(EntityManager database, Clock clock, ClientExpiry expiry, UnusedConfig config) {
        this.database = database;
        this.clock = clock;
        this.expiry = expiry;
        this.config = config;
    }

    /**
     * Notes which are in use still, deletes those whose last grant is long over. A grant that comes
     * and goes within a day of the last one that was seen is not seen, so that a client may expire
     * a day too early.
     */
    @Scheduled(every = "20m", concurrentExecution = ConcurrentExecution.SKIP)
    void expire() {
        reached = expiry.run(this, reached, ClientExpiry.PATIENCE);
    }

    @Override
    public Query next(String after) {
        return database.createNativeQuery(NOT_SEEN_LATELY)
                .setParameter("before", clock.instant().minus(LATELY))
                .setParameter("after", after)
                .setParameter("most", AT_ONCE);
    }

    @Override
    public Query expired(List<String> clients, String lock) {
        return database.createNativeQuery(UNUSED + lock)
                .setParameter("before", clock.instant().minus(config.lifetime()))
                .setParameter("clients", clients);
    }

    @Override
    public String reason() {
        return "unused for long";
    }
}
