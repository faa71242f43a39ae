package guichet.token.grant;

import static guichet.kit.audit.AuditEvent.GRANT_ENDED;
import static guichet.kit.audit.AuditField.GRANT;
import static guichet.kit.audit.AuditField.REASON;

import guichet.kit.audit.Audit;
import guichet.resource.StatusReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** The grants that tokens belong to, and the end of grants. */
@ApplicationScoped
public class Grants {
    private static final String REVOKE =
            """
            insert into grant_revocation (grant_id, revoked_at, reason)
            select distinct id, cast(:now as timestamptz), :reason from unnest(cast(:ids as uuid[])) id
            on conflict do nothing returning grant_id
            """;

    /** Others are made whenever somebody likes, in a loop as well: one that ended is not kept. */
    private static final String SHORTEN =
            """
            update token_grant set expires_at = least(expires_at, :end)
            where id = any(cast(:ids as uuid[]))
            """;

    private static final String LOST =
            """
            select greatest(first, :first) as first, least(past, :end) as past from lost_place
            where first < :end and past > :first
            """;

    private final GrantRows rows;
    private final Clock clock;
    private final Duration lifetime;
    private final Duration accessTokenLifetime;
    private final Event<GrantsEnded> grantsEnded;
    private final EndedClients endedClients;
    private final Audit audit;

    Grants(
            GrantRows rows,
            Clock clock,
            GrantConfig config,
            @ConfigProperty(name = "guichet.token.access-token-lifetime")
                    Duration accessTokenLifetime,
            Event<GrantsEnded> grantsEnded,
            EndedClients endedClients,
            Audit audit) {
        this.rows = rows;
        this.clock = clock;
        this.lifetime = config.lifetime();
        this.accessTokenLifetime = accessTokenLifetime;
        this.grantsEnded = grantsEnded;
        this.endedClients = endedClients;
        this.audit = audit;
    }

    /** Keeps a grant that was just made and that refresh tokens will belong to. */
    @Transactional
    public LiveGrant keep(Grant grant) {
        return keep(grant, lifetime);
    }

    /** Keeps a grant that was just made for a single access token. */
    @Transactional
    public LiveGrant keepForOneToken(Grant grant) {
        return keep(grant, accessTokenLifetime);
    }

    private LiveGrant keep(Grant grant, Duration good) {
        endedClients.refuse(grant.clientId());
        Instant now = clock.instant();
        var stored = new StoredGrant(grant, now, now.plus(good));
        rows.persistAndFlush(stored);
        return stored.alive();
    }

    /** The grant, unless it has expired or was revoked. */
    @Transactional
    public Optional<LiveGrant> findAlive(UUID id) {
        return rows.find(
                        "id = ?1 and expiresAt > ?2 and not exists"
                                + " (select 1 from EndedGrant e where e.id = ?1)",
                        id,
                        clock.instant())
                .firstResultOptional()
                .map(StoredGrant::alive);
    }

    /** Those of these clients that have a grant, expired or not. */
    @Transactional
    Set<String> clientsWithOne(List<String> clientIds) {
        return Set.copyOf(
                rows.getEntityManager()
                        .createQuery(
                                "select distinct g.clientId from StoredGrant g"
                                        + " where g.clientId in :clients",
                                String.class)
                        .setParameter("clients", clientIds)
                        .getResultList());
    }

    /** The name of the grant at this place, unless it has ended. */
    @Transactional
    public Optional<UUID> findUnrevoked(StatusIndex place) {
        return rows.find(
                        "from StoredGrant g where g.statusIndex = ?1 and not exists"
                                + " (select 1 from EndedGrant e where e.id = g.id)",
                        place.value())
                .firstResultOptional()
                .map(stored -> stored.id);
    }

    /** Likewise, of the grant that a token names. */
    @Transactional
    public Optional<UUID> findUnrevoked(StatusReference token) {
        return findUnrevoked(StatusIndex.at(token.uri(), token.index()));
    }

    /** Which positions of a status list belong to ended grants; none of a list to come. */
    @Transactional
    public BitSet endedIn(long list) {
        var positions = new BitSet(StatusIndex.LIST_SIZE);
        var first = StatusIndex.of(list, 0);
        var end = StatusIndex.of(list + 1, 0);
        endedFrom(first, end).forEach(index -> positions.set(new StatusIndex(index).position()));
        lostFrom(first, end).forEach(lost -> positions.set(lost.from(first), lost.to(first)));
        return positions;
    }

    private List<Long> endedFrom(StatusIndex first, StatusIndex end) {
        return rows.getEntityManager()
                .createQuery(
                        "select statusIndex from EndedGrant"
                                + " where statusIndex >= :first and statusIndex < :end",
                        Long.class)
                .setParameter("first", first.value())
                .setParameter("end", end.value())
                .getResultList();
    }

    private List<LostPlaces> lostFrom(StatusIndex first, StatusIndex end) {
        return rows.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(LOST, LostPlaces.class)
                .setParameter("first", first.value())
                .setParameter("end", end.value())
                .getResultList();
    }

    /** Ends a grant and everything issued for it; repeats change nothing. */
    @Transactional
    public void revoke(UUID id, String reason) {
        revokeAll(List.of(id), reason);
    }

    /** Ends all of them, or none. */
    @Transactional
    void revokeAll(List<UUID> ids, String reason) {
        List<?> ended =
                rows.getEntityManager()
                        .createNativeQuery(REVOKE, UUID.class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .setParameter("now", clock.instant())
                        .setParameter("reason", reason)
                        .getResultList();
        rows.getEntityManager()
                .createNativeQuery(SHORTEN)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("end", clock.instant().plus(accessTokenLifetime))
                .executeUpdate();
        ended.forEach(id -> audit.tell(GRANT_ENDED, GRANT.is(id), REASON.is(reason)));
        if (!ended.isEmpty()) {
            grantsEnded.fire(new GrantsEnded.OfAnybody());
        }
    }

    /** Places in a row whose grants are lost, {@link RestoredGrants}. */
    record LostPlaces(long first, long past) {
        private int from(StatusIndex list) {
            return (int) (first - list.value());
        }

        private int to(StatusIndex list) {
            return (int) (past - list.value());
        }
    }
}
