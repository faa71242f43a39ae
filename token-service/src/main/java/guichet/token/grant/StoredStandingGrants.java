package guichet.token.grant;

import guichet.token.grant.StandingGrants.ClientAtApis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Applications' own grants in the database. */
@ApplicationScoped
class StoredStandingGrants {
    private static final String FIND =
            """
            select status_index from token_grant
            where client_id = :client and audience = :audience and expires_at > :now
              and not exists (select 1 from ended_grant where ended_grant.id = token_grant.id)
            order by created_at desc limit 1
            """;

    private static final String MAKE =
            """
            insert into token_grant (id, client_id, subject, scope, amr, audience, granted_at, created_at, expires_at)
            values (:id, :client, :client, '', '{}', :audience, :now, :now, :end)
            returning status_index
            """;

    private final EntityManager database;
    private final Clock clock;
    private final GrantConfig config;
    private final EndedClients endedClients;
    private final EndedResources endedResources;

    StoredStandingGrants(
            EntityManager database,
            Clock clock,
            GrantConfig config,
            EndedClients endedClients,
            EndedResources endedResources) {
        this.database = database;
        this.clock = clock;
        this.config = config;
        this.endedClients = endedClients;
        this.endedResources = endedResources;
    }

    /** The place of the grant that is alive, or of a new one; replicas agree on which. */
    @Transactional
    StatusIndex findOrMake(ClientAtApis key) {
        return find(key)
                .orElseGet(() -> {
                    lock(key);
                    return find(key).orElseGet(() -> make(key));
                });
    }

    private Optional<StatusIndex> find(ClientAtApis key) {
        Stream<?> places =
                database.createNativeQuery(FIND)
                        .setParameter("client", key.clientId())
                        .setParameter("audience", key.audience())
                        .setParameter("now", clock.instant())
                        .getResultStream();
        return places.findFirst().map(StoredStandingGrants::place);
    }

    private void lock(ClientAtApis key) {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .setParameter("key", key.toString())
                .getSingleResult();
    }

    private StatusIndex make(ClientAtApis key) {
        endedClients.refuse(key.clientId());
        endedResources.refuse(key.audience());
        Instant now = clock.instant();
        Object place =
                database.createNativeQuery(MAKE)
                        .setParameter("id", UUID.randomUUID())
                        .setParameter("client", key.clientId())
                        .setParameter("audience", key.audience())
                        .setParameter("now", now)
                        .setParameter("end", now.plus(config.lifetime()))
                        .getSingleResult();
        return place(place);
    }

    private static StatusIndex place(Object number) {
        return new StatusIndex(((Number) number).longValue());
    }
}
