package guichet.authorization.protocol.request;

import guichet.authorization.people.session.BrowserRenewed;
import guichet.authorization.protocol.json.StoredJson;
import guichet.authorization.protocol.waiting.WaitingRoom;
import guichet.kit.database.ExpiredRows;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The requests that wait for a person to sign in or to decide. */
@ApplicationScoped
public class PendingRequests {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final PendingRequestRows rows;
    private final Clock clock;
    private final StoredJson json;
    private final WaitingRoom room;
    private final ExpiredRows expired;

    PendingRequests(
            PendingRequestRows rows,
            Clock clock,
            StoredJson json,
            WaitingRoom room,
            DataSource database) {
        this.rows = rows;
        this.clock = clock;
        this.json = json;
        this.room = room;
        this.expired = new ExpiredRows(database);
    }

    /**
     * Keeps a request; answers the handle, which is worth nothing in another browser.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} when there is no room;
     *     {@code invalid_request} when an image, a script or a frame of a page asks, which shows
     *     nobody a page of ours
     */
    @Transactional
    public String keep(AuthorizationRequest request, String browserSha256) {
        return persist(request, browserSha256);
    }

    /** Keeps a request for the first browser that comes with the handle, likewise. */
    @Transactional
    public String keepForTheFirst(AuthorizationRequest request) {
        return persist(request, null);
    }

    private String persist(AuthorizationRequest request, @Nullable String browserSha256) {
        String network = room.admit().orElse(null);
        var handle = OpaqueToken.random(TokenKind.PENDING_REQUEST);
        Instant expiresAt = clock.instant().plus(PATIENCE);
        rows.persist(
                new PendingRequest(
                        handle.sha256(), browserSha256, json.write(request), network, expiresAt));
        return handle.reveal();
    }

    /** True for the first browser, however many race; never for a request that has its browser. */
    @Transactional
    public boolean claim(String handle, String browserSha256) {
        return rows.update(
                        "browserSha256 = ?1 where sha256 = ?2 and browserSha256 is null"
                                + " and expiresAt > ?3",
                        browserSha256,
                        OpaqueToken.of(handle).sha256(),
                        clock.instant())
                == 1;
    }

    /** What waits in a browser goes on waiting there. */
    @Transactional
    void follow(@Observes BrowserRenewed browser) {
        rows.update(
                "browserSha256 = ?1 where browserSha256 = ?2", browser.after(), browser.before());
    }

    /** Notes the account that was chosen for a request; the first choice counts. */
    @Transactional
    public void choose(String handle, String browserSha256, UUID personId) {
        rows.update(
                "chosenPersonId = ?1 where sha256 = ?2 and browserSha256 = ?3"
                        + " and chosenPersonId is null",
                personId,
                OpaqueToken.of(handle).sha256(),
                browserSha256);
    }

    /** The request of this handle and browser, unless it waited too long. */
    @Transactional
    public Optional<AuthorizationRequest> find(String handle, String browserSha256) {
        return rows.find(
                        "sha256 = ?1 and browserSha256 = ?2 and expiresAt > ?3",
                        OpaqueToken.of(handle).sha256(),
                        browserSha256,
                        clock.instant())
                .firstResultOptional()
                .map(this::read);
    }

    private AuthorizationRequest read(PendingRequest found) {
        var request = json.read(found.request, AuthorizationRequest.class);
        return found.chosenPersonId == null ? request : request.choosing(found.chosenPersonId);
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetExpired() {
        expired.delete("pending_request", "expires_at < ?", clock.instant());
    }
}
