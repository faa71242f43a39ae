package guichet.registry.resource;

import guichet.kit.database.ExpiredRows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The scopes that a start took away, for a day: while a new version is rolled out, a replica of the
 * old one that starts again declares what that says, and the next one the new again. People must
 * not be asked anew for that.
 */
@ApplicationScoped
class GoneScopes {
    /** As long as a version may take to be rolled out. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String KEEP =
            """
            insert into gone_scope (name, resource, identifier, since, gone_at)
            values (:name, :resource, :identifier, :since, :now)
            on conflict (name, identifier) do update
            set resource = excluded.resource, since = excluded.since, gone_at = excluded.gone_at
            """;

    private static final String FIND =
            """
            select since from gone_scope
            where name = :name and resource = :resource and identifier = :identifier
              and gone_at > :past
            """;

    /**
     * Of every API, whatever it is called: by this name people approve now what is on offer, so
     * that none that had the scope before may have it as of then.
     */
    private static final String END = "delete from gone_scope where name = :name";

    private final EntityManager database;
    private final Clock clock;
    private final ExpiredRows expired;

    GoneScopes(EntityManager database, Clock clock, DataSource source) {
        this.database = database;
        this.clock = clock;
        this.expired = new ExpiredRows(source);
    }

    /** Keeps in mind a scope that an API loses. */
    void keep(OfferedResource api, OfferedScope scope) {
        database.createNativeQuery(KEEP)
                .setParameter("name", scope.name)
                .setParameter("resource", api.name)
                .setParameter("identifier", api.identifier)
                .setParameter("since", scope.since)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /**
     * Since when a scope was on offer that an API is given again: if the same API had it a short
     * while ago, and no other one since.
     */
    Optional<Instant> since(Api api, String scope) {
        List<?> before =
                database.createNativeQuery(FIND, Instant.class)
                        .setParameter("name", scope)
                        .setParameter("resource", api.name())
                        .setParameter("identifier", api.identifier())
                        .setParameter("past", clock.instant().minus(KEPT))
                        .getResultList();
        database.createNativeQuery(END).setParameter("name", scope).executeUpdate();
        return before.stream().map(Instant.class::cast).findFirst();
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        expired.delete("gone_scope", "gone_at < ?", clock.instant().minus(KEPT));
    }
}
