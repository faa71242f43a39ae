package guichet.registry.initialaccesstoken;

import guichet.kit.database.ExpiredRows;
import guichet.oauth.OpaqueToken;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The initial access tokens that administrators made. */
@ApplicationScoped
public class InitialAccessTokens {
    private static final String GOOD =
            "(expiresAt is null or expiresAt > ?1) and (usesLeft is null or usesLeft > 0)";

    private final InitialAccessTokenRows rows;
    private final Clock clock;
    private final ExpiredRows expired;

    InitialAccessTokens(InitialAccessTokenRows rows, Clock clock, DataSource database) {
        this.rows = rows;
        this.clock = clock;
        this.expired = new ExpiredRows(database);
    }

    /** Stores what is known of a new token by its hash. */
    @Transactional
    InitialAccessToken add(
            OpaqueToken token, String note, Optional<Duration> lifetime, Optional<Integer> uses) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var stored =
                new InitialAccessToken(
                        token.sha256(),
                        note,
                        now,
                        lifetime.map(now::plus).orElse(null),
                        uses.orElse(null));
        rows.persist(stored);
        return stored;
    }

    /** Those that still open something, oldest first. */
    @Transactional
    List<InitialAccessToken> good() {
        return rows.list(GOOD + " order by createdAt, id", clock.instant());
    }

    /** Whether there was one of this name, which opens nothing any more. */
    @Transactional
    boolean revoke(UUID id) {
        return rows.deleteById(id);
    }

    /** Whether any token would open registration. */
    @Transactional
    public boolean existsOne() {
        return rows.count(GOOD, clock.instant()) > 0;
    }

    /** Whether this one would. */
    @Transactional
    public boolean isGood(OpaqueToken token) {
        return rows.count(GOOD + " and sha256 = ?2", clock.instant(), token.sha256()) == 1;
    }

    /** Takes one use of it; false when it has none left, however many ask at once. */
    @Transactional
    public boolean spend(OpaqueToken token) {
        return rows.update(
                        "usesLeft = usesLeft - 1 where " + GOOD + " and sha256 = ?2",
                        clock.instant(),
                        token.sha256())
                == 1;
    }

    /** What opens nothing any more. */
    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        expired.delete("initial_access_token", "expires_at < ?", clock.instant());
        expired.delete("initial_access_token", "uses_left = 0");
    }
}
