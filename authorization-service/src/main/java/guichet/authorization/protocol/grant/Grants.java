package guichet.authorization.protocol.grant;

import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Person;
import guichet.authorization.people.session.Sessions;
import guichet.authorization.protocol.claim.ClaimsRequest;
import guichet.authorization.protocol.claim.Extent;
import guichet.authorization.protocol.json.StoredJson;
import guichet.authorization.protocol.tokenservice.EndedSessions;
import guichet.authorization.protocol.tokenservice.TokenService;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import guichet.oauth.openid.StandardClaim;
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
import java.util.function.BooleanSupplier;
import java.util.stream.Gatherers;
import org.hibernate.Session;

/** The permissions that people gave. */
@ApplicationScoped
public class Grants {
    /** token-service is told of so many sessions by one message. */
    private static final int AT_ONCE = 1_000;

    private static final String CLIENTS_OF =
            """
            select distinct client_id collate "C" as client_id from authorization_grant
            where person_id = :person and client_id collate "C" > :after and expires_at > :now
              and not exists (select 1 from ended_grant where ended_grant.id = authorization_grant.id)
            order by client_id limit :most
            """;

    /** The words of all of them, each once: there may be many grants of the same. */
    private static final String STANDING_OF =
            """
            select distinct client_id, word, is_claim from authorization_grant
              cross join lateral (
                select word, false as is_claim from unnest(string_to_array(scope, ' ')) as word
                union all
                select word, true from unnest(approved_claims) as word) as words
            where person_id = :person and client_id = any (:clients) and expires_at > :now
              and not exists (select 1 from ended_grant where ended_grant.id = authorization_grant.id)
            order by word
            """;

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

    private final GrantRows rows;
    private final Clock clock;
    private final StoredJson json;
    private final People people;
    private final Sessions sessions;
    private final GrantEnds ends;
    private final TokenService tokenService;
    private final Duration lifetime;

    Grants(
            GrantRows rows,
            Clock clock,
            StoredJson json,
            People people,
            Sessions sessions,
            GrantEnds ends,
            TokenService tokenService,
            TokenGrantConfig config) {
        this.rows = rows;
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
     * client; empty if they do not approve of it. Whoever ends the session, or takes the approval
     * back, comes before, and then nothing is granted, or after, and then ends what was.
     *
     * @param approval looks for it, or gives it; asked once nobody can end the session
     * @throws guichet.oauth.OAuthException {@code login_required} when the session has just ended
     */
    @Transactional
    public Optional<Grant> addInSession(Permission permission, BooleanSupplier approval) {
        ends.lock(permission.personId(), permission.clientId());
        UUID sid = permission.authentication().sid().orElseThrow();
        if (!sessions.isOpen(permission.personId(), sid)) {
            throw Reason.LOGIN_REQUIRED.refuse("the person has just been signed out: ask again");
        }
        return approval.getAsBoolean() ? Optional.of(add(permission)) : Optional.empty();
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
        rows.persist(grant);
        return grant.grant();
    }

    /** Notes that the code of a grant was redeemed: it counts with others from now on. */
    @Transactional
    public void redeem(Grant grant) {
        rows.update(
                "redeemedAt = ?1 where id = ?2 and redeemedAt is null",
                clock.instant(),
                grant.id());
        ends.endTooMany(grant.personId(), grant.clientId());
    }

    /**
     * Has everybody else who would change or delete a grant wait for the end of the transaction, if
     * it is still there. Whoever locks what belongs to it does so afterwards.
     */
    @Transactional(TxType.MANDATORY)
    public boolean lock(UUID id) {
        return rows.findById(id, LockModeType.PESSIMISTIC_WRITE) != null;
    }

    /** The grant of this identifier, unless it has ended. */
    @Transactional
    public Optional<PersonGrant> findStanding(UUID id) {
        return rows.find("id = ?1 and not exists (select 1 from EndedGrant e where e.id = ?1)", id)
                .firstResultOptional()
                .map(found ->
                        new PersonGrant(
                                found.grant(),
                                found.approved(),
                                json.read(found.claims, ClaimsRequest.class)));
    }

    /**
     * The clients that have a grant of a person which has not ended, in their order.
     *
     * @param after which they come; empty for the first
     * @param most how many at most
     */
    @Transactional
    public List<String> clientsOf(UUID personId, String after, int most) {
        return session()
                .createNativeQuery(CLIENTS_OF, String.class)
                .setParameter("person", personId)
                .setParameter("now", clock.instant())
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
    }

    /** How far these clients may go for a person, by grants that have not ended; by client. */
    @Transactional
    public Map<String, Extent> standingOf(UUID personId, Collection<String> clientIds) {
        var standing = new TreeMap<String, Extent>();
        session()
                .createNativeQuery(STANDING_OF, GrantedWord.class)
                .setParameter("person", personId)
                .setParameter("now", clock.instant())
                .setParameter("clients", clientIds.toArray(String[]::new))
                .getResultStream()
                .forEach(it -> standing.merge(it.clientId(), it.extent(), Extent::and));
        return standing;
    }

    /** A scope, or a single claim, that a client was granted. */
    record GrantedWord(String clientId, String word, boolean isClaim) {
        private Extent extent() {
            return isClaim
                    ? new Extent(Scope.NONE, StandardClaim.named(List.of(word)))
                    : Extent.of(Scope.of(word));
        }
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
                        rows.update(
                                        "revokedAt = ?1 where id = ?2 and revokedAt is null",
                                        clock.instant(),
                                        id)
                                == 1)
                .ifPresent(grant -> tokenService.endGrant(grant.grant().personId(), id, reason));
    }

    /** The clients that sessions signed in to, whatever has become of their grants. */
    @Transactional
    public List<SessionClient> clientsOfSessions(Collection<UUID> sids) {
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
        return rows.getEntityManager().unwrap(Session.class);
    }
}
