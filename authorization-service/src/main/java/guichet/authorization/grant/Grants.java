package guichet.authorization.grant;

import guichet.oauth.Scope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The permissions that people gave. */
@ApplicationScoped
public class Grants implements PanacheRepositoryBase<AuthorizationGrant, UUID> {
    private final Clock clock;

    Grants(Clock clock) {
        this.clock = clock;
    }

    /** A new one, whether or not there are others of this person and client. */
    @Transactional
    public Grant add(UUID personId, String clientId, Scope scope, Instant authTime) {
        var grant = new AuthorizationGrant(personId, clientId, scope, authTime, clock.instant());
        persist(grant);
        return grant.grant();
    }

    /** The grant of this identifier. */
    public Grant get(UUID id) {
        return findByIdOptional(id).orElseThrow().grant();
    }

    /** Ends a grant; repeats change nothing. */
    @Transactional
    public void revoke(UUID id) {
        update("revokedAt = ?1 where id = ?2 and revokedAt is null", clock.instant(), id);
    }
}
