package guichet.authorization.protocol.consent;

import static guichet.kit.audit.AuditEvent.CONSENT_GIVEN;
import static guichet.kit.audit.AuditEvent.CONSENT_WITHDRAWN;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.PERSON;
import static guichet.kit.audit.AuditField.SCOPE;

import guichet.authorization.protocol.claim.Extent;
import guichet.kit.audit.Audit;
import guichet.oauth.Scope;
import guichet.oauth.openid.StandardClaim;
import guichet.registryclient.ResourceCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/** What people have approved. */
@ApplicationScoped
public class Consents {
    private static final String REMEMBER_SCOPE =
            """
            insert into consent as present (person_id, client_id, scope, granted_at, offline_granted_at)
            values (:person, :client, :name, :now, case when :offline then cast(:now as timestamptz) end)
            on conflict (person_id, client_id, scope) do update
            set granted_at = excluded.granted_at,
                offline_granted_at = coalesce(excluded.offline_granted_at, present.offline_granted_at)
            """;

    private static final String REMEMBER_CLAIM =
            """
            insert into consent_claim as present (person_id, client_id, claim, granted_at, offline_granted_at)
            values (:person, :client, :name, :now, case when :offline then cast(:now as timestamptz) end)
            on conflict (person_id, client_id, claim) do update
            set offline_granted_at = coalesce(excluded.offline_granted_at, present.offline_granted_at)
            """;

    private static final String CLIENTS =
            """
            select client_id from (
                select client_id collate "C" as client_id from consent where person_id = :person
                union
                select client_id from consent_claim where person_id = :person) as approved
            where client_id > :after order by client_id limit :most
            """;

    private final EntityManager database;
    private final Clock clock;
    private final Audit audit;

    Consents(EntityManager database, Clock clock, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * All that this person approved for this client so far, of what is still the same.
     *
     * @param catalogue says since when scopes are on offer: one of an API that went may have come
     *     again for another
     */
    @Transactional
    public Approved of(UUID personId, String clientId, ResourceCatalogue catalogue) {
        List<Consent> scopes = rows("from Consent", Consent.class, personId, clientId);
        List<ConsentClaim> claims =
                rows("from ConsentClaim", ConsentClaim.class, personId, clientId);
        return new Approved(
                extent(
                        scopes.stream().filter(it -> catalogue.wasOffered(it.scope, it.grantedAt)),
                        claims.stream()),
                extent(
                        scopes.stream().filter(it -> wasOfferedOffline(it, catalogue)),
                        claims.stream().filter(it -> it.offlineGrantedAt != null)));
    }

    private static boolean wasOfferedOffline(Consent consent, ResourceCatalogue catalogue) {
        return consent.offlineGrantedAt != null
                && catalogue.wasOffered(consent.scope, consent.offlineGrantedAt);
    }

    private static Extent extent(Stream<Consent> scopes, Stream<ConsentClaim> claims) {
        var names = new LinkedHashSet<>(scopes.map(it -> it.scope).toList());
        return new Extent(
                new Scope(names), StandardClaim.named(claims.map(it -> it.claim).toList()));
    }

    /** Whether this person has approved anything for this client: a scope there always is. */
    @Transactional
    boolean hasAny(UUID personId, String clientId) {
        return !rows("from Consent", Consent.class, personId, clientId).isEmpty();
    }

    private <T> List<T> rows(String from, Class<T> type, UUID personId, String clientId) {
        return database.createQuery(from + " where personId = :person and clientId = :client", type)
                .setParameter("person", personId)
                .setParameter("client", clientId)
                .getResultList();
    }

    /**
     * The clients for which a person has approved anything, in their order.
     *
     * @param after which they come; empty for the first
     * @param most how many at most
     */
    @Transactional
    public List<String> clientsOf(UUID personId, String after, int most) {
        return database.unwrap(Session.class)
                .createNativeQuery(CLIENTS, String.class)
                .setParameter("person", personId)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
    }

    /** All that a person has approved for these clients. */
    @Transactional
    public Map<String, Extent> of(UUID personId, Collection<String> clientIds) {
        var approved = new TreeMap<String, Extent>();
        all("Consent", "scope", Consent.class, personId, clientIds)
                .forEach(it -> approved.merge(it.clientId, extent(it), Extent::and));
        all("ConsentClaim", "claim", ConsentClaim.class, personId, clientIds)
                .forEach(it -> approved.merge(it.clientId, extent(it), Extent::and));
        return approved;
    }

    private <T> Stream<T> all(
            String entity,
            String order,
            Class<T> type,
            UUID personId,
            Collection<String> clientIds) {
        return database.createQuery(
                        "from %s where personId = :person and clientId in :clients order by %s"
                                .formatted(entity, order),
                        type)
                .setParameter("person", personId)
                .setParameter("clients", clientIds)
                .getResultStream();
    }

    private static Extent extent(Consent consent) {
        return Extent.of(Scope.of(consent.scope));
    }

    private static Extent extent(ConsentClaim consent) {
        return new Extent(Scope.NONE, StandardClaim.named(Set.of(consent.claim)));
    }

    /** Forgets what a person approved for a client. */
    @Transactional
    public void withdraw(UUID personId, String clientId) {
        if (forget(personId, "clientId = :clients", clientId)) {
            audit.tell(CONSENT_WITHDRAWN, PERSON.is(personId), CLIENT.is(clientId));
        }
    }

    /** Forgets what a person approved for other clients than these. */
    @Transactional
    public void withdrawAllBut(UUID personId, Set<String> clientIds) {
        if (forget(personId, "clientId not in :clients", clientIds)) {
            audit.tell(CONSENT_WITHDRAWN, PERSON.is(personId));
        }
    }

    /** Whether there was anything to forget. */
    private boolean forget(UUID personId, String which, Object clients) {
        int rows = 0;
        for (String entity : List.of("Consent", "ConsentClaim")) {
            rows +=
                    database.createQuery(
                                    "delete from %s where personId = :person and %s"
                                            .formatted(entity, which))
                            .setParameter("person", personId)
                            .setParameter("clients", clients)
                            .executeUpdate();
        }
        return rows > 0;
    }

    /**
     * Remembers an approval; what was approved before stays, and so does that it was approved
     * together with {@code offline_access}.
     */
    @Transactional
    public void remember(UUID personId, String clientId, Extent approved) {
        for (String token : approved.scope().tokens()) {
            add(REMEMBER_SCOPE, personId, clientId, token, approved.isOffline());
        }
        for (StandardClaim it : approved.claims()) {
            add(REMEMBER_CLAIM, personId, clientId, it.claim(), approved.isOffline());
        }
        Stream<String> claims = approved.claims().stream().map(StandardClaim::claim);
        audit.tell(
                CONSENT_GIVEN,
                PERSON.is(personId),
                CLIENT.is(clientId),
                SCOPE.are(Stream.concat(approved.scope().tokens().stream(), claims).toList()));
    }

    private void add(
            String remember, UUID personId, String clientId, String name, boolean isOffline) {
        database.createNativeQuery(remember)
                .setParameter("person", personId)
                .setParameter("client", clientId)
                .setParameter("name", name)
                .setParameter("now", clock.instant())
                .setParameter("offline", isOffline)
                .executeUpdate();
    }
}
