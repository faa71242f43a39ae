package guichet.authorization.grant;

import guichet.authorization.claim.ClaimsRequest;
import guichet.authorization.claim.Extent;
import guichet.authorization.json.StoredJson;
import guichet.authorization.person.People;
import guichet.authorization.person.Person;
import guichet.authorization.session.Sessions;
import guichet.authorization.tokenservice.EndedSessions;
import guichet.authorization.tokenservice.TokenService;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.hibernate.Session;

/** The permissions that people gave. */
@ApplicationScoped
public class Grants implements PanacheRepositoryBase<AuthorizationGrant, UUID> {
    /** token-service is told of so many sessions by one message. */
    private static final int AT_ONCE = 1_000;

    private static final String STANDING_OF =
            "from AuthorizationGrant g where g.personId = ?1 and g.expiresAt > ?2 and not exists"
                    + " (select 1 from EndedGrant e where e.id = g.id) order by g.createdAt";

    private static final String CLIENTS =
            """
            select distinct client_id, subject, sid from authorization_grant
            where sid = any (cast(:sids as uuid[])) and sid is not null
            """;

    private static final String REVOKE_OF_SESSIONS =
            """
            update authorization_grant set revoked_at = :now
            where sid = any (cast(:sids as uuid[])) and sid is not null
              and (:offlineToo or 'offline_access' <> all (string_to_array(scope, ' ')))
              and not exists (select 1 from ended_grant where ended_grant.id = authorization_grant.id)
            """;

    private final Clock clock;
    private final StoredJson json;
    private final People people;
    private final Sessions sessions;
    private final GrantEnds ends;
    private final TokenService tokenService;
    private final Duration lifetime;

    Grants(
            Clock clock,
            StoredJson json,
            People people,
            Sessions sessions,
            GrantEnds ends,
            TokenService tokenService,
            TokenGrantConfig config) {
        this.clock = clock;
        this.json = json;
        this.people = people;
        this.sessions = sessions;
        this.ends = ends;
        this.tokenService = tokenService;
        this.lifetime = config.lifetime();
    }

    /**
     * A new one of somebody who is signed in, whether or not there are others of this person and
     * client; empty if the session has ended meanwhile.
     */
    @Transactional
    public Optional<Grant> addInSession(Permission permission) {
        UUID sid = permission.authentication().sid().orElseThrow();
        return sessions.isOpen(permission.personId(), sid)
                ? Optional.of(add(permission))
                : Optional.empty();
    }

    /**
     * A new one of somebody whose password was checked; empty if they were blocked or got another
     * password meanwhile.
     */
    @Transactional
    public Optional<Grant> addByPassword(Permission permission, Person checked) {
        if (!people.isUnchanged(checked)) {
            return Optional.empty();
        }
        Grant grant = add(permission);
        redeem(grant);
        return Optional.of(grant);
    }

    private Grant add(Permission permission) {
        ends.forgetUnredeemed(permission.personId(), permission.clientId());
        Instant now = ends.fromNow(permission.personId(), permission.clientId());
        var grant =
                new AuthorizationGrant(
                        permission, json.write(permission.claims()), now, now.plus(lifetime));
        persist(grant);
        return grant.grant();
    }

    /** Notes that the code of a grant was redeemed: it counts with others from now on. */
    @Transactional
    public void redeem(Grant grant) {
        update("redeemedAt = ?1 where id = ?2 and redeemedAt is null", clock.instant(), grant.id());
        ends.endTooMany(grant.personId(), grant.clientId());
    }

    /**
     * Has everybody else who would change or delete a grant wait for the end of the transaction, if
     * it is still there. Whoever locks what belongs to it does so afterwards.
     */
    @Transactional(TxType.MANDATORY)
    public boolean lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE) != null;
    }

    /** The grant of this identifier, unless it has ended. */
    @Transactional
    public Optional<PersonGrant> findStanding(UUID id) {
        return find("id = ?1 and not exists (select 1 from EndedGrant e where e.id = ?1)", id)
                .firstResultOptional()
                .map(found ->
                        new PersonGrant(
                                found.grant(),
                                found.approved(),
                                json.read(found.claims, ClaimsRequest.class)));
    }

    /** How far clients may go for a person, by grants that have not ended; by client. */
    @Transactional
    public Map<String, Extent> standingOf(UUID personId) {
        var standing = new TreeMap<String, Extent>();
        list(STANDING_OF, personId, clock.instant())
                .forEach(it -> standing.merge(it.clientId, it.approved(), Extent::and));
        return standing;
    }

    /**
     * Ends a grant, and within seconds everything that was issued for it; repeats change nothing.
     *
     * @param reason for the audit, in a few words
     */
    @Transactional
    public void revoke(UUID id, String reason) {
        findStanding(id)
                .filter(_ ->
                        update(
                                        "revokedAt = ?1 where id = ?2 and revokedAt is null",
                                        clock.instant(),
                                        id)
                                == 1)
                .ifPresent(grant -> tokenService.endGrant(grant.grant().personId(), id, reason));
    }

    /** The clients that sessions signed in to, whatever has become of their grants. */
    @Transactional
    public List<SessionClient> clientsOf(Collection<UUID> sids) {
        return session()
                .createNativeQuery(CLIENTS, SessionClient.class)
                .setParameter("sids", sids.toArray(UUID[]::new))
                .getResultList();
    }

    /**
     * Ends the grants that were made in sessions of a person, however many.
     *
     * @param offlineToo whether those end that were meant to outlive them
     */
    @Transactional
    public void revokeOfSessions(
            UUID personId, Collection<UUID> sids, boolean offlineToo, String reason) {
        int ended =
                session()
                        .createNativeMutationQuery(REVOKE_OF_SESSIONS)
                        .setParameter("now", clock.instant())
                        .setParameter("sids", sids.toArray(UUID[]::new))
                        .setParameter("offlineToo", offlineToo)
                        .executeUpdate();
        if (ended > 0) {
            sids.stream()
                    .gather(Gatherers.windowFixed(AT_ONCE))
                    .map(some -> new EndedSessions(some, offlineToo, reason))
                    .forEach(some -> tokenService.endGrantsOfSessions(personId, some));
        }
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
