package guichet.authorization.consent;

import guichet.oauth.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.UUID;

/** What people have approved. */
@ApplicationScoped
public class Consents {
    private final EntityManager database;
    private final Clock clock;

    Consents(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All scopes that this person approved for this client so far. */
    @Transactional
    public Scope of(UUID personId, String clientId) {
        var scopes =
                database.createQuery(
                                "select scope from Consent"
                                        + " where personId = :person and clientId = :client",
                                String.class)
                        .setParameter("person", personId)
                        .setParameter("client", clientId)
                        .getResultList();
        return new Scope(new LinkedHashSet<>(scopes));
    }

    /** Remembers an approval; what was approved before stays. */
    @Transactional
    public void remember(UUID personId, String clientId, Scope scope) {
        for (String token : scope.tokens()) {
            database.createNativeQuery(
                            "insert into consent (person_id, client_id, scope, granted_at)"
                                    + " values (:person, :client, :scope, :now)"
                                    + " on conflict do nothing")
                    .setParameter("person", personId)
                    .setParameter("client", clientId)
                    .setParameter("scope", token)
                    .setParameter("now", clock.instant())
                    .executeUpdate();
        }
    }
}
