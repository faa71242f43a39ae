package guichet.authorization.tokenservice;

import guichet.authorization.tokenservice.TokenApi.Revocation;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.hibernate.Timeouts;
import org.jboss.logging.Logger;

/** Tells token-service which grants have ended until it has confirmed. */
@ApplicationScoped
class GrantEnds implements PanacheRepositoryBase<GrantEndToTell, UUID> {
    private static final Logger LOG = Logger.getLogger(GrantEnds.class);

    /** So few that a transaction outlives them though each of them waits for an answer. */
    private static final int AT_ONCE = 10;

    private final Clock clock;
    private final TokenApi tokenService;

    GrantEnds(Clock clock, @RestClient TokenApi tokenService) {
        this.clock = clock;
        this.tokenService = tokenService;
    }

    /** Keeps the message in the transaction that ends the grant: both happen, or neither. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(UUID grantId, String reason) {
        getEntityManager()
                .createNativeQuery(
                        "insert into grant_end_to_tell (grant_id, reason, ended_at)"
                                + " values (:id, :reason, :now) on conflict do nothing")
                .setParameter("id", grantId)
                .setParameter("reason", reason)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        int told;
        do {
            told = tellSome();
        } while (told == AT_ONCE);
    }

    /** Replicas share the work: a row that another one is telling is passed over. */
    @Transactional
    int tellSome() {
        List<GrantEndToTell> untold =
                findAll(Sort.by("endedAt"))
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                        .page(0, AT_ONCE)
                        .list();
        return Math.toIntExact(untold.stream().filter(this::tell).count());
    }

    private boolean tell(GrantEndToTell end) {
        try {
            tokenService.revoke(end.grantId, new Revocation(end.reason));
            delete(end);
            return true;
        } catch (RuntimeException unheard) {
            LOG.warnf("token-service was not told of grant %s: %s", end.grantId, unheard);
            return false;
        }
    }
}
