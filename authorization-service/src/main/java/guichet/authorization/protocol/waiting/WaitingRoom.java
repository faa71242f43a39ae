package guichet.authorization.protocol.waiting;

import guichet.authorization.page.FetchMetadata;
import guichet.kit.limit.ClientNetwork;
import guichet.oauth.Reason;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Admits what is to wait: as long as there is room, and a network only until it has its share, or a
 * sixteenth of what is free. So the more is taken, the less anybody can take, and whoever has
 * nothing there yet is let in as long as there is room at all. A network is an IPv4 address or an
 * IPv6 site.
 *
 * <p>The rows of all replicas are measured once a second. A rush goes beyond its bound by what
 * comes within that second; in return no request waits for another one's turn to be counted.
 */
@ApplicationScoped
public class WaitingRoom {
    private static final Logger LOG = Logger.getLogger(WaitingRoom.class);
    private static final long PARTS = 16;
    private static final long SHARES = 256;

    /** Stands for all networks together, among those that have enough. */
    private static final String EVERYBODY = "everybody";

    private static final String WHO_HAS_ENOUGH =
            """
            with waiting as (select network, bytes from pending_request
                             union all select network, bytes from pending_logout),
                 free as (select :room - coalesce(sum(bytes), 0) as bytes from waiting)
            select network from waiting where network is not null
            group by network having sum(bytes) * :shares >= :room
                or sum(bytes) * :parts >= (select bytes from free)
            union all select :everybody from free where bytes <= 0
            """;

    private final EntityManager database;
    private final CurrentVertxRequest current;
    private final ClientNetwork networks;
    private final long room;
    private volatile Set<String> haveEnough = Set.of();

    WaitingRoom(
            EntityManager database,
            CurrentVertxRequest current,
            ClientNetwork networks,
            WaitingConfig config) {
        this.database = database;
        this.current = current;
        this.networks = networks;
        this.room = config.room().asLongValue();
    }

    /**
     * The network from which the request under way comes, as {@link ClientNetwork#findHolder} tells
     * it, if it may be kept; empty when nobody trustworthy tells it. An image or a frame of
     * anybody's page would have its visitors' browsers fill what their network may.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} when there is no room,
     *     {@code invalid_request} when no page would be shown for it
     */
    public Optional<String> admit() {
        FetchMetadata.of(current).ifPresent(FetchMetadata::requirePage);
        if (haveEnough.contains(EVERYBODY)) {
            throw Reason.NO_ROOM_TO_WAIT.refuse(
                    "more requests wait for people than there is room for: try again later");
        }
        Optional<String> network = networks.findHolder();
        if (network.filter(haveEnough::contains).isPresent()) {
            throw Reason.NO_ROOM_TO_WAIT.refuse(
                    "too many requests from this network wait for people: try again later");
        }
        return network;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        try {
            List<?> found =
                    database.createNativeQuery(WHO_HAS_ENOUGH, String.class)
                            .setParameter("room", room)
                            .setParameter("parts", PARTS)
                            .setParameter("shares", SHARES)
                            .setParameter("everybody", EVERYBODY)
                            .getResultList();
            haveEnough =
                    found.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
        } catch (RuntimeException away) {
            LOG.warnf("what waits is not measured: %s", away);
        }
    }
}
