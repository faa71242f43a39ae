package guichet.registry.expiry;

import guichet.registry.deletion.Deletions;
import guichet.registry.tokenservice.TokenService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Deletes clients whose time is over, unless token-service says that they have a grant. */
@ApplicationScoped
class ClientExpiry {
    /** For so long in a run: what is left then is the next one's. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(ClientExpiry.class);

    private static final String NO_LOCK = "";

    /**
     * Who is registered again, or seen in use, at this moment is passed by; who comes just after
     * waits for the end of one client, and then registers it anew.
     */
    private static final String LOCK = " for update of client skip locked";

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

    ClientExpiry(
            EntityManager database, Clock clock, TokenService tokenService, Deletions deletions) {
        this.database = database;
        this.clock = clock;
        this.tokenService = tokenService;
        this.deletions = deletions;
    }

    /**
     * Notes which clients of a kind are in use, and deletes those whose time is over, for about so
     * long; repeats change nothing.
     *
     * @param after the last client that the run before had time for; empty to begin anew
     * @return the last one that this run had time for; empty when it came to the end
     */
    String run(ExpiringClients kind, String after, Duration patience) {
        long start = System.nanoTime();
        BooleanSupplier hasTime = () -> System.nanoTime() - start < patience.toNanos();
        String reached = after;
        List<String> clients = next(kind, reached);
        while (!clients.isEmpty()) {
            Optional<Set<String>> used = used(clients);
            if (used.isEmpty()) {
                return reached;
            }
            keep(used.get());
            if (!delete(kind, clients, hasTime)) {
                return reached;
            }
            reached = clients.getLast();
            clients = next(kind, reached);
        }
        return "";
    }

    private Optional<Set<String>> used(List<String> clients) {
        try {
            return Optional.of(tokenService.granted(clients));
        } catch (RuntimeException away) {
            LOG.warnf(
                    "no client expires, since token-service does not say which are used: %s", away);
            return Optional.empty();
        }
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

    /** True if there was time for all of them. */
    private boolean delete(ExpiringClients kind, List<String> clients, BooleanSupplier hasTime) {
        for (String client : asked(() -> kind.expired(clients, NO_LOCK))) {
            if (!hasTime.getAsBoolean()) {
                return false;
            }
            tryDelete(kind, client);
        }
        return hasTime.getAsBoolean();
    }

    /** One that cannot be deleted keeps none of the others. */
    private void tryDelete(ExpiringClients kind, String client) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            texts(kind.expired(List.of(client), LOCK))
                                    .forEach(it -> deletions.delete(it, kind.reason())));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "client %s is not deleted, although it has expired", client);
        }
    }

    private static List<String> next(ExpiringClients kind, String after) {
        return asked(() -> kind.next(after));
    }

    private static List<String> asked(Supplier<Query> question) {
        return QuarkusTransaction.requiringNew().call(() -> texts(question.get()));
    }

    private static List<String> texts(Query question) {
        List<?> found = question.getResultList();
        return found.stream().map(String::valueOf).toList();
    }
}
