package guichet.token.grant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The grants that refresh tokens belong to, and the end of grants. */
@ApplicationScoped
public class Grants implements PanacheRepositoryBase<StoredGrant, UUID> {
    private static final Logger AUDIT = Logger.getLogger("guichet.audit");

    private final Clock clock;
    private final Duration lifetime;

    Grants(Clock clock, GrantConfig config) {
        this.clock = clock;
        this.lifetime = config.lifetime();
    }

    /** Keeps a grant that was just made. */
    @Transactional
    public void keep(Grant grant) {
        Instant now = clock.instant();
        persist(new StoredGrant(grant, now, now.plus(lifetime)));
    }

    /** The grant, unless it has expired or was revoked. */
    @Transactional
    public Optional<Grant> findAlive(UUID id) {
        return find(
                        "id = ?1 and expiresAt > ?2 and not exists"
                                + " (select 1 from GrantRevocation where grantId = ?1)",
                        id,
                        clock.instant())
                .firstResultOptional()
                .map(StoredGrant::grant);
    }

    /** Ends a grant and everything issued for it; repeats change nothing. */
    @Transactional
    public void revoke(UUID id, String reason) {
        int revoked =
                getEntityManager()
                        .createNativeQuery(
                                "insert into grant_revocation (grant_id, revoked_at, reason)"
                                        + " values (:id, :now, :reason) on conflict do nothing")
                        .setParameter("id", id)
                        .setParameter("now", clock.instant())
                        .setParameter("reason", reason)
                        .executeUpdate();
        if (revoked == 1) {
            AUDIT.infof("grant %s revoked: %s", id, reason);
        }
    }

    /**
     * Takes away what nobody can use any more; any number of replicas may do so at once. A
     * revocation stays as long as its grant, whatever lifetime was set when that was made: without
     * it the grant would be alive again.
     */
    @Scheduled(every = "1h")
    @Transactional
    void forgetExpired() {
        Instant now = clock.instant();
        delete("expiresAt < ?1", now);
        getEntityManager()
                .createQuery(
                        "delete from GrantRevocation where revokedAt < :past and not exists"
                                + " (select 1 from StoredGrant where id = grantId)")
                .setParameter("past", now.minus(lifetime))
                .executeUpdate();
    }
}
