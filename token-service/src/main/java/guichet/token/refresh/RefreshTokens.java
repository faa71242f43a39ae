package guichet.token.refresh;

import guichet.kit.database.ExpiredRows;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import guichet.token.grant.Grant;
import guichet.token.grant.Grants;
import guichet.token.grant.LiveGrant;
import guichet.token.refresh.Rotation.Refused;
import guichet.token.refresh.Rotation.Reused;
import guichet.token.refresh.Rotation.Rotated;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** The refresh tokens. */
@ApplicationScoped
public class RefreshTokens {
    private final RefreshTokenRows rows;
    private final Clock clock;
    private final RefreshConfig config;
    private final Successors successors;
    private final Grants grants;
    private final ExpiredRows expired;

    RefreshTokens(
            RefreshTokenRows rows,
            Clock clock,
            RefreshConfig config,
            Successors successors,
            Grants grants,
            DataSource database) {
        this.rows = rows;
        this.clock = clock;
        this.config = config;
        this.successors = successors;
        this.grants = grants;
        this.expired = new ExpiredRows(database);
    }

    /** The first one of a new grant, which is kept from now on. */
    @Transactional
    public FirstToken issue(Grant grant) {
        LiveGrant kept = grants.keep(grant);
        var token = OpaqueToken.random(TokenKind.REFRESH_TOKEN);
        keep(token, kept);
        return new FirstToken(kept, token);
    }

    /**
     * Spends a token for its successor. Whoever is first is decided by the database; who repeats
     * the same refresh gets the same successor as long as that one is unused and the retry window
     * is open.
     *
     * @param terms what is asked of the grant this time: whatever it throws leaves the token as
     *     good as it was
     */
    @Transactional
    public Rotation rotate(String clientId, OpaqueToken token, UnaryOperator<LiveGrant> terms) {
        if (!token.isWellFormed(TokenKind.REFRESH_TOKEN)) {
            return new Refused("not a refresh token of ours");
        }
        Instant now = clock.instant();
        boolean first = spend(token.sha256(), clientId, now);
        RefreshToken presented = rows.findById(token.sha256());
        if (presented == null) {
            return new Refused("unknown refresh token");
        }
        Optional<LiveGrant> grant =
                grants.findAlive(presented.grantId)
                        .filter(live -> live.grant().clientId().equals(clientId));
        if (grant.isEmpty()) {
            return new Refused("grant %s is over or another client's".formatted(presented.grantId));
        }
        Rotation rotation =
                first
                        ? successor(token, presented, grant.get())
                        : repeat(token, presented, grant.get(), now);
        return rotation instanceof Rotated(var live, var successor)
                ? new Rotated(terms.apply(live), successor)
                : rotation;
    }

    /**
     * Takes a token of a client that keeps its refresh token: unused for another idle lifetime from
     * now, it stays as good as it is.
     */
    @Transactional
    public Rotation prolong(String clientId, OpaqueToken token, UnaryOperator<LiveGrant> terms) {
        Instant now = clock.instant();
        RefreshToken presented = rows.findById(token.sha256());
        if (presented == null
                || presented.spentAt != null
                || !presented.idleExpiresAt.isAfter(now)) {
            return new Refused("unknown, spent or idle refresh token");
        }
        return grants.findAlive(presented.grantId)
                .filter(live -> live.grant().clientId().equals(clientId))
                .<Rotation>map(live -> {
                    presented.idleExpiresAt = now.plus(config.idleLifetime());
                    return new Rotated(terms.apply(live), token);
                })
                .orElseGet(() ->
                        new Refused(
                                "grant %s is over or another client's"
                                        .formatted(presented.grantId)));
    }

    private boolean spend(String sha256, String clientId, Instant now) {
        return rows.update(
                        "spentAt = ?1, successorSalt = ?4, successorKey = ?5"
                                + " where sha256 = ?2 and spentAt is null and idleExpiresAt > ?1"
                                + " and grantId in (select id from StoredGrant where clientId = ?3)",
                        now,
                        sha256,
                        clientId,
                        successors.newSalt(),
                        successors.keyId())
                == 1;
    }

    private Rotated successor(OpaqueToken token, RefreshToken spent, LiveGrant grant) {
        OpaqueToken successor = successors.of(token, spent).getFirst();
        keep(successor, grant);
        return new Rotated(grant, successor);
    }

    private Rotation repeat(
            OpaqueToken token, RefreshToken presented, LiveGrant grant, Instant now) {
        if (presented.spentAt == null) {
            return new Refused("refresh token of grant %s lay idle".formatted(presented.grantId));
        }
        if (presented.spentAt.plus(config.retryWindow()).isBefore(now)) {
            return new Reused(presented.grantId);
        }
        List<OpaqueToken> possible = successors.of(token, presented);
        return possible.isEmpty()
                ? new Refused(
                        "the key is gone by which grant %s goes on".formatted(presented.grantId))
                : possible.stream()
                        .filter(it ->
                                rows.count("sha256 = ?1 and spentAt is null", it.sha256()) == 1)
                        .findFirst()
                        .<Rotation>map(unused -> new Rotated(grant, unused))
                        .orElseGet(() -> new Reused(presented.grantId));
    }

    /** A token whose grant is alive, spent or not, without spending it. */
    @Transactional
    public Optional<KnownRefreshToken> find(OpaqueToken token) {
        return rows.findByIdOptional(token.sha256())
                .filter(found -> found.idleExpiresAt.isAfter(clock.instant()))
                .flatMap(found ->
                        grants.findAlive(found.grantId).map(live -> found.known(live.grant())));
    }

    /**
     * Takes away what lay idle too long, spent or not: it is refused either way. Otherwise a grant
     * that is refreshed every hour would leave two thousand rows.
     */
    @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetIdle() {
        expired.delete("refresh_token", "idle_expires_at < ?", clock.instant());
    }

    private void keep(OpaqueToken token, LiveGrant live) {
        rows.persist(
                new RefreshToken(
                        token.sha256(), live.grant().id(), clock.instant(), config.idleLifetime()));
    }
}
