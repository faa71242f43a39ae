package guichet.authorization.grant;

import guichet.authorization.claim.ClaimsRequest;
import guichet.authorization.json.StoredJson;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The permissions that people gave. */
@ApplicationScoped
public class Grants implements PanacheRepositoryBase<AuthorizationGrant, UUID> {
    private final Clock clock;
    private final StoredJson json;

    Grants(Clock clock, StoredJson json) {
        this.clock = clock;
        this.json = json;
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
                                json.read(found.claims, ClaimsRequest.class)));
    }

    /** Ends a grant; repeats change nothing. */
    @Transactional
    public void revoke(UUID id) {
        update("revokedAt = ?1 where id = ?2 and revokedAt is null", clock.instant(), id);
    }
}
