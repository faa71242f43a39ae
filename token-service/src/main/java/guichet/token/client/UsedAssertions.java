package guichet.token.client;

import guichet.kit.database.ExpiredRows;
import guichet.kit.foreign.JwtRules;
import guichet.oauth.Sha256;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Which assertions were taken, so that none is taken twice by whichever replica, RFC 7523 §3. Only
 * what a client has signed is kept, for as long as {@code guichet.token.client.assertion-lifetime}
 * lets it live and ten minutes more.
 */
@ApplicationScoped
class UsedAssertions {
    private final EntityManager database;
    private final Clock clock;
    private final ExpiredRows expired;

    UsedAssertions(EntityManager database, Clock clock, DataSource tables) {
        this.database = database;
        this.clock = clock;
        this.expired = new ExpiredRows(tables);
    }

    /** Whether nobody has used it before; from now on somebody has. */
    @Transactional
    boolean use(String clientId, String jti, Instant expiresAt) {
        return database.createNativeQuery(
                                "insert into used_assertion (client_id, jti_sha256, expires_at)"
                                        + " values (:client, :jti, :expiry) on conflict do nothing")
                        .setParameter("client", clientId)
                        .setParameter("jti", Sha256.hex(jti))
                        .setParameter("expiry", expiresAt)
                        .executeUpdate()
                == 1;
    }

    @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetExpired() {
        Instant past = clock.instant().minus(JwtRules.LEEWAY);
        expired.delete("used_assertion", "expires_at < ?", past);
    }
}
