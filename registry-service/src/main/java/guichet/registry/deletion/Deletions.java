package guichet.registry.deletion;

import guichet.registry.client.Clients;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.hibernate.Timeouts;
import org.jboss.logging.Logger;

/** Deletes clients and tells token-service of it until it has confirmed. */
@ApplicationScoped
public class Deletions implements PanacheRepositoryBase<DeletionToTell, String> {
    private static final Logger LOG = Logger.getLogger(Deletions.class);
    private static final int AT_ONCE = 50;

    private final Clock clock;
    private final Clients clients;
    private final TokenApi tokenService;

    Deletions(Clock clock, Clients clients, @RestClient TokenApi tokenService) {
        this.clock = clock;
        this.clients = clients;
        this.tokenService = tokenService;
    }

    /** Deletes a client, RFC 7592 §2.3: what was issued for it ends within seconds. */
    @Transactional
    public void delete(String clientId, String reason) {
        if (clients.deleteById(clientId)) {
            persist(new DeletionToTell(clientId, clock.instant()));
            Logger.getLogger("guichet.audit").infof("client %s deleted: %s", clientId, reason);
        }
    }

    /** Replicas share the work: a row that another one is telling is passed over. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void tell() {
        List<DeletionToTell> untold =
                findAll()
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                        .page(0, AT_ONCE)
                        .list();
        untold.forEach(this::tell);
    }

    private void tell(DeletionToTell deletion) {
        try {
            tokenService.end(deletion.clientId);
            delete(deletion);
        } catch (RuntimeException unheard) {
            LOG.warnf("token-service was not told of %s: %s", deletion.clientId, unheard);
        }
    }
}
