package guichet.registry.client;

import guichet.oauth.OpaqueToken;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The registered applications. */
@ApplicationScoped
public class Clients implements PanacheRepositoryBase<Client, String> {
    private static final String SECRET_PREFIX = "gcs";

    private final Clock clock;

    Clients(Clock clock) {
        this.clock = clock;
    }

    /** Stores a new client and gives it its credentials, a secret unless it is public. */
    @Transactional
    public Credentials add(ClientMetadata metadata) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var client = new Client(UUID.randomUUID().toString(), now, metadata);
        persist(client);
        if (metadata.isPublic()) {
            return new Credentials(client.clientId, null, now);
        }
        var secret = OpaqueToken.random(SECRET_PREFIX);
        getEntityManager().persist(new ClientSecret(secret.sha256(), client.clientId, now));
        return new Credentials(client.clientId, secret, now);
    }

    /** The hashes of the secrets that are good now. */
    List<String> secretHashes(String clientId) {
        return getEntityManager()
                .createQuery(
                        "select sha256 from ClientSecret where clientId = :client"
                                + " and (expiresAt is null or expiresAt > :now)",
                        String.class)
                .setParameter("client", clientId)
                .setParameter("now", clock.instant())
                .getResultList();
    }
}
