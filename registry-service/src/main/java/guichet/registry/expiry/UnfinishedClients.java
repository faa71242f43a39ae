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
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * The clients that registered themselves and have not been seen to finish a flow. One that the
 * settings declare stays, and so does an API's own, which only asks about tokens.
 */
@ApplicationScoped
class UnfinishedClients {
    private static final Logger LOG = Logger.getLogger(UnfinishedClients.class);

    /** So few that what token-service says of them is still true when the last of them goes. */
    private static final int AT_ONCE = 20;

    /** For so long in a run: what is left then is the next one's. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

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

    /**
     * Who is registered again at this moment is passed by; who comes just after waits for the end
     * of one client, and then registers it anew.
     */
    private static final String STILL_EXPIRED = EXPIRED + "for update of client skip locked";

    /** Locked in the one order in which clients are, so that nobody waits for each other. */
    private static final String KEEP =
            """
            update client set in_use_since = coalesce(in_use_since, :now), last_used_at = :now
            where client_id = any (array(
                select client_id from client
                where client_id = any (cast(:used as text[]))
                order by client_id for update))
            """;

    private final EntityManager database;
    private final Clock clock;
    private final TokenService tokenService;
    private final Deletions deletions;
    private final ExpiryConfig config;

    /** The last client that a run had time for: the next run goes on from there. */
    private volatile String reached = "";

    UnfinishedClients(
            EntityManager database,
            Clock clock,
            TokenService tokenService,
            Deletions deletions,
            ExpiryConfig config) {
        this.database = database;
        this.clock = clock;
        this.tokenService = tokenService;
        this.deletions = deletions;
        this.config = config;
    }

    /** Keeps those that are in use, deletes those whose time is over; repeats change nothing. */
    @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void expire() {
        expire(PATIENCE);
    }

    /** The same for about so long. */
    void expire(Duration patience) {
        long start = System.nanoTime();
        BooleanSupplier hasTime = () -> System.nanoTime() - start < patience.toNanos();
        List<String> unfinished = unfinished(reached);
        while (!unfinished.isEmpty()) {
            Optional<Set<String>> used = used(unfinished);
            if (used.isEmpty()) {
                return;
            }
            keep(used.get());
            if (!delete(expired(unfinished), hasTime)) {
                return;
            }
            reached = unfinished.getLast();
            unfinished = unfinished(reached);
        }
        reached = "";
    }

    private Optional<Set<String>> used(List<String> unfinished) {
        try {
            return Optional.of(tokenService.granted(unfinished));
        } catch (RuntimeException away) {
            LOG.warnf(
                    "no client expires, since token-service does not say which are used: %s", away);
            return Optional.empty();
        }
    }

    /** True if there was time for all of them. */
    private boolean delete(List<String> expired, BooleanSupplier hasTime) {
        for (String client : expired) {
            if (!hasTime.getAsBoolean()) {
                return false;
            }
            tryDelete(client);
        }
        return hasTime.getAsBoolean();
    }

    /** One that cannot be deleted keeps none of the others. */
    private void tryDelete(String client) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            expired(STILL_EXPIRED, List.of(client))
                                    .forEach(it -> deletions.delete(it, "never finished a flow")));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "client %s is not deleted, although it has expired", client);
        }
    }

    private List<String> unfinished(String after) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        texts(
                                database.createNativeQuery(UNFINISHED)
                                        .setParameter("after", after)
                                        .setParameter("most", AT_ONCE)));
    }

    private List<String> expired(List<String> unfinished) {
        return QuarkusTransaction.requiringNew().call(() -> expired(EXPIRED, unfinished));
    }

    private List<String> expired(String question, List<String> unfinished) {
        Instant now = clock.instant();
        return texts(
                database.createNativeQuery(question)
                        .setParameter("clients", unfinished)
                        .setParameter("past", now.minus(config.lifetime()))
                        .setParameter("pastByToken", now.minus(config.lifetimeByToken())));
    }

    private static List<String> texts(Query query) {
        List<?> found = query.getResultList();
        return found.stream().map(String::valueOf).toList();
    }

    /** Notes that they are in use, now. */
    void keep(Set<String> used) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(KEEP)
                                .setParameter("now", clock.instant())
                                .setParameter("used", used.toArray(String[]::new))
                                .executeUpdate());
    }
}
