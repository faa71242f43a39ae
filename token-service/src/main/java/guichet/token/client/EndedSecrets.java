package guichet.token.client;

import guichet.kit.cache.BriefCache;
import guichet.kit.database.ExpiredRows;
import guichet.oauth.OpaqueToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Client secrets that ended before their time. What the registry said of their clients a moment ago
 * would have them good still, at whichever replica.
 */
@ApplicationScoped
class EndedSecrets {
    /** Longer than an answer of the registry is used, even while that is away. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final EntityManager database;
    private final Clock clock;
    private final ExpiredRows expired;

    /** Another replica may have been told of an end; issuing a token need not ask each time. */
    private final BriefCache<String, Boolean> known = new BriefCache<>(this::isEnded);

    EndedSecrets(EntityManager database, Clock clock, DataSource tables) {
        this.database = database;
        this.clock = clock;
        this.expired = new ExpiredRows(tables);
    }

    /** Repeats change nothing. */
    @Transactional
    void end(String sha256) {
        database.createNativeQuery(
                        "insert into ended_secret (sha256, expires_at) values (:sha256, :expiry)"
                                + " on conflict do nothing")
                .setParameter("sha256", sha256)
                .setParameter("expiry", clock.instant().plus(REMEMBERED))
                .executeUpdate();
        known.put(sha256, true);
    }

    /** Whether this is one of them, as it was a second ago at most. */
    boolean has(OpaqueToken secret) {
        return known.get(secret.sha256());
    }

    private boolean isEnded(String sha256) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        !database.createNativeQuery(
                                        "select 1 from ended_secret where sha256 = :sha256")
                                .setParameter("sha256", sha256)
                                .getResultList()
                                .isEmpty());
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetExpired() {
        expired.delete("ended_secret", "expires_at < ?", clock.instant());
    }
}
