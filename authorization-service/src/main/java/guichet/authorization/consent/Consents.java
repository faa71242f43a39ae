package guichet.authorization.consent;

import guichet.oauth.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
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

    /** All that a person has approved, by client. */
    @Transactional
    public Map<String, Scope> of(UUID personId) {
        var scopes = new TreeMap<String, Scope>();
        database.createQuery("from Consent where personId = :person order by scope", Consent.class)
                .setParameter("person", personId)
                .getResultStream()
                .forEach(it -> scopes.merge(it.clientId, Scope.of(it.scope), Consents::both));
        return scopes;
    }

    private static Scope both(Scope one, Scope other) {
        return one.and(other.tokens());
    }

    /** Forgets what a person approved for a client. */
    @Transactional
    public void withdraw(UUID personId, String clientId) {
        database.createQuery("delete from Consent where personId = :person and clientId = :client")
                .setParameter("person", personId)
                .setParameter("client", clientId)
                .executeUpdate();
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
