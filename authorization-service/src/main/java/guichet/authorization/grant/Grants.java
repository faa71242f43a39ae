package guichet.authorization.grant;

import guichet.authorization.claim.ClaimsRequest;
import guichet.authorization.json.StoredJson;
import guichet.authorization.tokenservice.TokenService;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Gatherers;

/** The permissions that people gave. */
@ApplicationScoped
public class Grants implements PanacheRepositoryBase<AuthorizationGrant, UUID> {
    /** token-service ends so many well within the time that a call may take. */
    private static final int AT_ONCE = 200;

    private final Clock clock;
    private final StoredJson json;
    private final TokenService tokenService;

    Grants(Clock clock, StoredJson json, TokenService tokenService) {
        this.clock = clock;
        this.json = json;
        this.tokenService = tokenService;
    }

    /** A new one, whether or not there are others of this person and client. */
    @Transactional
    public Grant add(Permission permission) {
        var grant =
                new AuthorizationGrant(
                        permission, json.write(permission.claims()), clock.instant());
        persist(grant);
        return grant.grant();
    }

    /** The grant of this identifier, unless it has ended. */
    @Transactional
    public Optional<PersonGrant> findStanding(UUID id) {
        return find("id = ?1 and revokedAt is null", id)
                .firstResultOptional()
                .map(found ->
                        new PersonGrant(
                                found.grant(),
                                found.personId,
                                found.approved(),
                                json.read(found.claims, ClaimsRequest.class)));
    }

    /**
     * Ends a grant, and within seconds everything that was issued for it; repeats change nothing.
     *
     * @param reason for the audit, in a few words
     */
    @Transactional
    public void revoke(UUID id, String reason) {
        revokeAll(find("id = ?1 and revokedAt is null", id).list(), reason);
    }

    /** The clients that a session signed in to, whatever has become of their grants. */
    @Transactional
    public List<SessionClient> clientsOf(UUID sid) {
        return getEntityManager()
                .createQuery(
                        "select distinct clientId, subject from AuthorizationGrant"
                                + " where sid = :sid",
                        SessionClient.class)
                .setParameter("sid", sid)
                .getResultList();
    }

    /**
     * Ends the grants that were made in a session.
     *
     * @param offlineToo whether those end that were meant to outlive it
     */
    @Transactional
    public void revokeOfSession(UUID sid, boolean offlineToo, String reason) {
        List<AuthorizationGrant> made = find("sid = ?1 and revokedAt is null", sid).list();
        revokeAll(made.stream().filter(grant -> offlineToo || !grant.isOffline()).toList(), reason);
    }

    /** Ends all grants of a person, whatever the client. */
    @Transactional
    public void revokeAllOf(UUID personId, String reason) {
        revokeAll(find("personId = ?1 and revokedAt is null", personId).list(), reason);
    }

    /** Ends all grants that a client has of a person. */
    @Transactional
    public void revokeAllOf(UUID personId, String clientId, String reason) {
        revokeAll(
                find("personId = ?1 and clientId = ?2 and revokedAt is null", personId, clientId)
                        .list(),
                reason);
    }

    /** Those of one person, in one message or, if they are very many, in a few. */
    private void revokeAll(List<AuthorizationGrant> grants, String reason) {
        grants.stream()
                .map(grant -> grant.id)
                .gather(Gatherers.windowFixed(AT_ONCE))
                .forEach(ids -> {
                    int rows =
                            update(
                                    "revokedAt = ?1 where id in ?2 and revokedAt is null",
                                    clock.instant(),
                                    ids);
                    if (rows > 0) {
                        tokenService.endGrants(grants.getFirst().personId, ids, reason);
                    }
                });
    }
}
