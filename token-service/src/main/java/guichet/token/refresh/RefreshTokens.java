package guichet.token.refresh;

import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import guichet.token.grant.Grant;
import guichet.token.grant.Grants;
import guichet.token.grant.LiveGrant;
import guichet.token.refresh.Rotation.Refused;
import guichet.token.refresh.Rotation.Reused;
import guichet.token.refresh.Rotation.Rotated;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The refresh tokens. */
@ApplicationScoped
public class RefreshTokens implements PanacheRepositoryBase<RefreshToken, String> {
    private final Clock clock;
    private final RefreshConfig config;
    private final Successors successors;
    private final Grants grants;

    RefreshTokens(Clock clock, RefreshConfig config, Successors successors, Grants grants) {
        this.clock = clock;
        this.config = config;
        this.successors = successors;
        this.grants = grants;
    }

    /** The first one of a new grant, which is kept from now on. */
    @Transactional
    public FirstToken issue(Grant grant) {
        LiveGrant kept = grants.keep(grant);
        var token = OpaqueToken.random(Successors.PREFIX);
        keep(token, kept);
        return new FirstToken(kept, token);
    }

    /**
     * Spends a token for its successor. Whoever is first is decided by the database; who repeats
     * the same refresh gets the same successor as long as that one is unused and the retry window
     * is open.
     *
     * @param asked narrows the access token's scope, not the successor's, RFC 6749 §6
     * @throws guichet.oauth.OAuthException {@code invalid_scope} when more is asked than was
     *     granted; the token stays good
     */
    @Transactional
    public Rotation rotate(String clientId, OpaqueToken token, Optional<Scope> asked) {
        if (!token.isWellFormed(Successors.PREFIX)) {
            return new Refused("not a refresh token of ours");
        }
        Instant now = clock.instant();
        boolean first = spend(token.sha256(), clientId, now);
        RefreshToken presented = findById(token.sha256());
        if (presented == null) {
            return new Refused("unknown refresh token");
        }
        Optional<LiveGrant> grant = grants.findAlive(presented.grantId);
        if (grant.isEmpty() || !grant.get().grant().clientId().equals(clientId)) {
            return new Refused("grant %s is over or another client's".formatted(presented.grantId));
        }
        LiveGrant narrowed = narrow(grant.get(), asked);
        return first ? successor(token, narrowed) : repeat(token, presented, narrowed, now);
    }

    /**
     * Takes a token of a client that keeps its refresh token: unused for another idle lifetime from
     * now, it stays as good as it is.
     */
    @Transactional
    public Rotation prolong(String clientId, OpaqueToken token, Optional<Scope> asked) {
        Instant now = clock.instant();
        RefreshToken presented = findById(token.sha256());
        if (presented == null
                || presented.spentAt != null
                || !presented.idleExpiresAt.isAfter(now)) {
            return new Refused("unknown, spent or idle refresh token");
        }
        return grants.findAlive(presented.grantId)
                .filter(live -> live.grant().clientId().equals(clientId))
                .<Rotation>map(live -> {
                    presented.idleExpiresAt = now.plus(config.idleLifetime());
                    return new Rotated(narrow(live, asked), token);
                })
                .orElseGet(() ->
                        new Refused(
                                "grant %s is over or another client's"
                                        .formatted(presented.grantId)));
    }

    private static LiveGrant narrow(LiveGrant grant, Optional<Scope> asked) {
        Scope granted = grant.grant().scope();
        Scope tooMuch = asked.map(scope -> scope.without(granted)).orElse(Scope.NONE);
        if (!tooMuch.isEmpty()) {
            throw Reason.SCOPE_NOT_GRANTED.refuse("the person did not grant %s", tooMuch);
        }
        return asked.map(grant::narrowedTo).orElse(grant);
    }

    private boolean spend(String sha256, String clientId, Instant now) {
        return update(
                        "spentAt = ?1 where sha256 = ?2 and spentAt is null and idleExpiresAt > ?1"
                                + " and grantId in (select id from StoredGrant where clientId = ?3)",
                        now,
                        sha256,
                        clientId)
                == 1;
    }

    private Rotated successor(OpaqueToken token, LiveGrant grant) {
        OpaqueToken successor = successors.of(token);
        keep(successor, grant);
        return new Rotated(grant, successor);
    }

    private Rotation repeat(
            OpaqueToken token, RefreshToken presented, LiveGrant grant, Instant now) {
        if (presented.spentAt == null) {
            return new Refused("refresh token of grant %s lay idle".formatted(presented.grantId));
        }
        OpaqueToken successor = successors.of(token);
        boolean inWindow = !presented.spentAt.plus(config.retryWindow()).isBefore(now);
        boolean last = count("sha256 = ?1 and spentAt is null", successor.sha256()) == 1;
        return inWindow && last ? new Rotated(grant, successor) : new Reused(presented.grantId);
    }

    /** A token whose grant is alive, spent or not, without spending it. */
    @Transactional
    public Optional<KnownRefreshToken> find(OpaqueToken token) {
        return findByIdOptional(token.sha256())
                .filter(found -> found.idleExpiresAt.isAfter(clock.instant()))
                .flatMap(found ->
                        grants.findAlive(found.grantId).map(live -> found.known(live.grant())));
    }

    /**
     * Takes away what lay idle too long, spent or not: it is refused either way. Otherwise a grant
     * that is refreshed every hour would leave two thousand rows.
     */
    @Scheduled(every = "1h")
    @Transactional
    void forgetIdle() {
        delete("idleExpiresAt < ?1", clock.instant());
    }

    private void keep(OpaqueToken token, LiveGrant live) {
        persist(
                new RefreshToken(
                        token.sha256(), live.grant().id(), clock.instant(), config.idleLifetime()));
    }
}
