package guichet.outside;

import static guichet.kit.audit.AuditEvent.LIMIT_REACHED;
import static guichet.kit.audit.AuditField.LIMIT;

import guichet.kit.audit.Audit;
import guichet.kit.http.ClientAddress;
import guichet.kit.limit.ClientNetwork;
import guichet.kit.limit.NetworkLimit;
import guichet.kit.limit.NetworkShares;
import guichet.kit.limit.NetworkShares.Place;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many calls are under way at once, and how many of them one client's network has caused, so
 * that nobody aims us at somebody else, or keeps others from being called for. What no request
 * causes, such as a delivery, has the share of one network.
 */
@Singleton
class OutsidePlaces {
    /** What no request causes; no network has this name. */
    private static final Optional<String> DELIVERIES = Optional.of("deliveries");

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Within that most of what is under way is over. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Runnable limit;
    private final NetworkShares shares;
    private final Semaphore places;

    @Inject
    OutsidePlaces(
            OutsideConfig config,
            OutsideLimitConfig limits,
            ClientNetwork network,
            ClientAddress address,
            Audit audit,
            Clock clock) {
        this(
                config.mostAtOnce(),
                new NetworkLimit(
                                limits.outsideCall(),
                                network,
                                clock,
                                () -> audit.tell(LIMIT_REACHED, LIMIT.is("outside-call")))
                        ::require,
                () -> address.find().isEmpty() ? DELIVERIES : network.findHolder());
    }

    /**
     * So many places.
     *
     * @param limit refuses a request whose network has caused enough calls
     * @param sender of the request under way, if it is known
     */
    OutsidePlaces(int places, Runnable limit, Supplier<Optional<String>> sender) {
        this.limit = limit;
        this.shares = new NetworkShares(places, sender);
        this.places = new Semaphore(places);
    }

    /**
     * A place, for which a moment is waited.
     *
     * @throws OAuthException if the network of the request under way has caused enough calls
     *     already, or there is no place for it
     */
    Place take() {
        Place place = place();
        try {
            limit.run(); // last, since no network pays for a place that others have
            return place;
        } catch (RuntimeException refused) {
            place.close();
            throw refused;
        }
    }

    private Place place() {
        if (!isFree()) {
            throw busy();
        }
        try {
            Place share = shares.take().orElseThrow(OutsidePlaces::busy);
            return () -> {
                share.close();
                places.release();
            };
        } catch (RuntimeException refused) {
            places.release();
            throw refused;
        }
    }

    private boolean isFree() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static OAuthException busy() {
        return Reason.SERVICE_BUSY
                .error("too many servers of applications are being called: try again soon")
                .withRetryAfter(RETRY_AFTER)
                .refuse();
    }
}
