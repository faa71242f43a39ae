package guichet.registry.expiry;

import guichet.registry.deletion.Deletions;
import guichet.registry.tokenservice.TokenService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The clients that anybody could have registered and that were in use: one grant, which a client
 * may have given itself, keeps none for ever.
 */
@ApplicationScoped
class UnusedClients {
    private static final Logger LOG = Logger.getLogger(UnusedClients.class);

    /** So few that what token-service says of them is still true when the last of them goes. */
    private static final int AT_ONCE = 100;

    /** For so long in a run: what is left then is the next one's. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Whoever was seen in use so lately is not asked about again, and not written again. */
    private static final Duration LATELY = Duration.ofDays(1);

    private static final String OPEN =
            "where last_used_at < :before and registered_openly and not declared and not exists"
                    + " (select 1 from resource where resource.client_id = client.client_id)";

    private static final String NOT_SEEN_LATELY =
            "select client_id from client "
                    + OPEN
                    + " and client_id > :after order by client_id limit :most";

    private static final String UNUSED =
            "select client_id from client " + OPEN + " and client_id in (:clients)";

    /** Who is registered again, or seen in use, at this moment is passed by. */
    private static final String STILL_UNUSED = UNUSED + " for update of client skip locked";

    private final EntityManager database;
    private final Clock clock;
    private final TokenService tokenService;
    private final UnfinishedClients used;
    private final Deletions deletions;
    private final UnusedConfig config;

    /** The last client that a run had time for: the next run goes on from there. */
    private volatile String reached = "";

    UnusedClients(
            EntityManager database,
            Clock clock,
            TokenService tokenService,
            UnfinishedClients used,
            Deletions deletions,
            UnusedConfig config) {
        this.database = database;
        this.clock = clock;
        this.tokenService = tokenService;
        this.used = used;
        this.deletions = deletions;
        this.config = config;
    }

    /**
     * Notes which are in use still, deletes those whose last grant is long over. A grant is kept
     * for longer than an hour, so none is missed between two runs.
     */
    @Scheduled(every = "20m", concurrentExecution = ConcurrentExecution.SKIP)
    void expire() {
        long start = System.nanoTime();
        List<String> clients = notSeenLately(reached);
        while (!clients.isEmpty()) {
            Optional<Set<String>> granted = granted(clients);
            if (granted.isEmpty()) {
                return;
            }
            used.keep(granted.get());
            unused(clients).forEach(this::tryDelete);
            reached = clients.getLast();
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                return;
            }
            clients = notSeenLately(reached);
        }
        reached = "";
    }

    private Optional<Set<String>> granted(List<String> clients) {
        try {
            return Optional.of(tokenService.granted(clients));
        } catch (RuntimeException away) {
            LOG.warnf(
                    "no client expires, since token-service does not say which are used: %s", away);
            return Optional.empty();
        }
    }

    /** One that cannot be deleted keeps none of the others. */
    private void tryDelete(String client) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            unused(STILL_UNUSED, List.of(client))
                                    .forEach(it -> deletions.delete(it, "unused for long")));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "client %s is not deleted, although nobody uses it", client);
        }
    }

    private List<String> notSeenLately(String after) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        texts(
                                database.createNativeQuery(NOT_SEEN_LATELY)
                                        .setParameter("before", clock.instant().minus(LATELY))
                                        .setParameter("after", after)
                                        .setParameter("most", AT_ONCE)));
    }

    private List<String> unused(List<String> clients) {
        return QuarkusTransaction.requiringNew().call(() -> unused(UNUSED, clients));
    }

    private List<String> unused(String question, List<String> clients) {
        Instant past = clock.instant().minus(config.lifetime());
        return texts(
                database.createNativeQuery(question)
                        .setParameter("before", past)
                        .setParameter("clients", clients));
    }

    private static List<String> texts(Query query) {
        List<?> found = query.getResultList();
        return found.stream().map(String::valueOf).toList();
    }
}
