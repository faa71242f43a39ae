package guichet.authorization.logout;

import guichet.authorization.tokenservice.TokenService;
import guichet.kit.outside.OutsideFailure;
import guichet.kit.registry.RegisteredClients;
import guichet.oauth.OpaqueToken;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Tells clients that a session is over, Back-Channel Logout 1.0 §2.5: at once, and again until they
 * have taken note or patience ends.
 */
@ApplicationScoped
class BackChannelDelivery {
    private static final Logger AUDIT = Logger.getLogger("guichet.audit");
    private static final Logger LOG = Logger.getLogger(BackChannelDelivery.class);
    private static final int AT_ONCE = 50;

    /** So long at most a person who signs out waits for the first attempts. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final BackChannelLogouts logouts;
    private final RegisteredClients clients;
    private final TokenService tokenService;
    private final LogoutReceivers receivers;
    private final ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor();

    BackChannelDelivery(
            BackChannelLogouts logouts,
            RegisteredClients clients,
            TokenService tokenService,
            LogoutReceivers receivers) {
        this.logouts = logouts;
        this.clients = clients;
        this.tokenService = tokenService;
        this.receivers = receivers;
    }

    /**
     * The first attempts for a session that was just ended. They are waited for a moment, so that
     * an application to which the person returns knows already; what takes longer goes on.
     */
    void deliverFirst(UUID sid) {
        deliver(logouts.claim(Optional.of(sid), AT_ONCE))
                .completeOnTimeout(null, MOMENT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Replicas share the work: what another one has claimed is passed over. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deliverDue() {
        List<BackChannelLogout> due;
        do {
            due = logouts.claim(Optional.empty(), AT_ONCE);
            deliver(due).join();
        } while (due.size() == AT_ONCE);
    }

    private CompletableFuture<Void> deliver(List<BackChannelLogout> due) {
        return CompletableFuture.allOf(
                due.stream()
                        .map(it -> CompletableFuture.runAsync(() -> deliver(it), couriers))
                        .toArray(CompletableFuture[]::new));
    }

    private void deliver(BackChannelLogout logout) {
        try {
            Optional<URI> receiver = receiver(logout.clientId);
            Optional<OpaqueToken> token =
                    receiver.flatMap(_ -> tokenService.logoutToken(logout.notice()));
            if (receiver.isPresent() && token.isPresent()) {
                receivers.tell(receiver.get(), token.get());
                AUDIT.infof("client %s told that session %s ended", logout.clientId, logout.sid);
            }
            logouts.done(logout);
        } catch (OutsideFailure | RuntimeException untold) {
            postpone(logout, untold);
        }
    }

    /** None if the client was deleted since, or wants no such messages. */
    private Optional<URI> receiver(String clientId) {
        return clients.find(clientId).flatMap(client -> client.logout().backchannelLogoutUri());
    }

    private void postpone(BackChannelLogout logout, Exception untold) {
        LOG.warnf(
                "client %s was not told that session %s ended: %s",
                logout.clientId, logout.sid, untold);
        if (!logouts.postpone(logout)) {
            AUDIT.infof(
                    "client %s never told that session %s ended: given up after %d attempts",
                    logout.clientId, logout.sid, logout.attempts);
        }
    }

    @PreDestroy
    void finish() {
        couriers.close();
    }
}
