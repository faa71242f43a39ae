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
import guichet.token.refresh.Successors.Successor;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private final RefreshStatements statements;
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
        this.statements = new RefreshStatements(database);
        this.expired = new ExpiredRows(database);
    }

    /** The first one of a new grant, which is kept from now on. */
    @Transactional
    public FirstToken issue(Grant grant) {
        LiveGrant kept = grants.keep(grant);
        OpaqueToken token = successors.first(grant.id());
        rows.persist(row(token, grant.id()));
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
        Rotation rotation =
                spent(clientId, token, now).orElseGet(() -> rotateAgain(clientId, token, now));
        return onTheseTerms(rotation, terms);
    }

    private Optional<Rotation> spent(String clientId, OpaqueToken token, Instant now) {
        return successors.of(token).stream()
                .flatMap(it -> spent(clientId, token, it, now).stream())
                .findFirst()
                .or(() -> spentWithoutName(clientId, token, now));
    }

    private Optional<Rotation> spent(
            String clientId, OpaqueToken token, Successor successor, Instant now) {
        return statements
                .spend(token, clientId, successor, now, now.plus(config.idleLifetime()))
                .map(live -> new Rotated(live, successor.token()));
    }

    /** One of an earlier version, which names no grant, or one by a key that is not here. */
    private Optional<Rotation> spentWithoutName(String clientId, OpaqueToken token, Instant now) {
        return statements
                .findGrant(token)
                .map(grantId -> successors.of(token, grantId))
                .flatMap(successor -> spent(clientId, token, successor, now));
    }

    private Rotation rotateAgain(String clientId, OpaqueToken token, Instant now) {
        RefreshToken presented = rows.findById(token.sha256());
        if (presented == null) {
            return withoutRow(clientId, token, now);
        }
        return grants.findAlive(presented.grantId)
                .filter(live -> live.grant().clientId().equals(clientId))
                .map(live -> repeat(token, presented, live, now))
                .orElseGet(() -> over(presented.grantId));
    }

    private static Rotation over(UUID grantId) {
        return new Refused("grant %s is over or another client's".formatted(grantId));
    }

    /**
     * Takes a token of a client that keeps its refresh token: unused for another idle lifetime from
     * now, it stays as good as it is.
     */
    @Transactional
    public Rotation prolong(String clientId, OpaqueToken token, UnaryOperator<LiveGrant> terms) {
        Instant now = clock.instant();
        Rotation rotation =
                statements
                        .prolong(token, clientId, now, now.plus(config.idleLifetime()))
                        .<Rotation>map(live -> new Rotated(live, token))
                        .orElseGet(() ->
                                new Refused(
                                        "unknown, spent or idle refresh token, or one of a grant"
                                                + " that is over or another client's"));
        return onTheseTerms(rotation, terms);
    }

    private static Rotation onTheseTerms(Rotation rotation, UnaryOperator<LiveGrant> terms) {
        return rotation instanceof Rotated(var live, var successor)
                ? new Rotated(terms.apply(live), successor)
                : rotation;
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

    private Rotation withoutRow(String clientId, OpaqueToken token, Instant now) {
        return findPredecessor(token, now)
                .map(KnownRefreshToken::grant)
                .filter(grant -> grant.clientId().equals(clientId))
                .<Rotation>map(grant -> new Reused(grant.id()))
                .orElseGet(() -> new Refused("unknown refresh token"));
    }

    /**
     * A token that names a grant of ours which goes on with another one: it was spent, since none
     * that is good lacks its row.
     */
    private Optional<KnownRefreshToken> findPredecessor(OpaqueToken token, Instant now) {
        return successors.grantsNamedBy(token).stream()
                .flatMap(id -> grants.findAlive(id).stream())
                .map(LiveGrant::grant)
                .flatMap(grant ->
                        rows
                                .findGood(grant.id(), now)
                                .map(good -> good.knownAsPredecessor(grant))
                                .stream())
                .findFirst();
    }

    /** A token whose grant is alive, spent or not, without spending it. */
    @Transactional
    public Optional<KnownRefreshToken> find(OpaqueToken token) {
        Instant now = clock.instant();
        RefreshToken found = rows.findById(token.sha256());
        if (found == null) {
            return findPredecessor(token, now);
        }
        return Optional.of(found)
                .filter(row -> row.idleExpiresAt.isAfter(now))
                .flatMap(row -> grants.findAlive(row.grantId))
                .map(live -> found.known(live.grant()));
    }

    /** Takes away what lay idle too long, spent or not: it is refused either way. */
    @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetIdle() {
        expired.delete("refresh_token", "idle_expires_at < ?", clock.instant());
    }

    private RefreshToken row(OpaqueToken token, UUID grantId) {
        return new RefreshToken(token.sha256(), grantId, clock.instant(), config.idleLifetime());
    }
}
