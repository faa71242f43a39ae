package guichet.authorization.logout;

import guichet.oauth.OpaqueToken;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The logout requests that wait. They are bound to no browser: whoever has a handle could have made
 * the request as well, and the form that answers it is bound.
 */
@ApplicationScoped
class PendingLogouts implements PanacheRepositoryBase<PendingLogout, String> {
    private static final String PREFIX = "gpl";
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Clock clock;

    PendingLogouts(Clock clock) {
        this.clock = clock;
    }

    /** Keeps a request; answers the handle. */
    @Transactional
    String keep(LogoutRequest request) {
        var handle = OpaqueToken.random(PREFIX);
        persist(new PendingLogout(handle.sha256(), request, clock.instant().plus(PATIENCE)));
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

    @Scheduled(every = "10m")
    @Transactional
    void forgetExpired() {
        delete("expiresAt < ?1", clock.instant());
    }
}
