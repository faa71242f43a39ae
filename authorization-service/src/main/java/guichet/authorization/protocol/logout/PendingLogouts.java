package guichet.authorization.protocol.logout;

import guichet.authorization.protocol.waiting.WaitingRoom;
import guichet.kit.database.ExpiredRows;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The logout requests that wait. They are bound to no browser: whoever has a handle could have made
 * the request as well, and the form that answers it is bound.
 */
@ApplicationScoped
class PendingLogouts implements PanacheRepositoryBase<PendingLogout, String> {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Clock clock;
    private final WaitingRoom room;
    private final ExpiredRows expired;

    PendingLogouts(Clock clock, WaitingRoom room, DataSource database) {
        this.clock = clock;
        this.room = room;
        this.expired = new ExpiredRows(database);
    }

    /**
     * Keeps a request; answers the handle.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} when there is no room
     */
    @Transactional
    String keep(LogoutRequest request) {
        String network = room.admit().orElse(null);
        var handle = OpaqueToken.random(TokenKind.PENDING_LOGOUT);
        Instant expiresAt = clock.instant().plus(PATIENCE);
        persist(new PendingLogout(handle.sha256(), request, network, expiresAt));
        return handle.reveal();
    }

    /** The request of this handle, unless it waited too long. */
    @Transactional
    Optional<LogoutRequest> find(String handle) {
        return find(
                        "sha256 = ?1 and expiresAt > ?2",
                        OpaqueToken.of(handle).sha256(),
                        clock.instant())
                .firstResultOptional()
                .map(PendingLogout::request);
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetExpired() {
        expired.delete("pending_logout", "expires_at < ?", clock.instant());
    }
}
