package guichet.registry.client;

import guichet.oauth.OpaqueToken;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The registered applications. */
@ApplicationScoped
public class Clients implements PanacheRepositoryBase<Client, String> {
    private final Clock clock;
    private final SecretDerivation derivation;

    Clients(Clock clock, SecretDerivation derivation) {
        this.clock = clock;
        this.derivation = derivation;
    }

    /** Stores a new client and gives it its credentials, a secret if it needs one. */
    @Transactional
    public Credentials add(ClientMetadata metadata) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var client = new Client(UUID.randomUUID().toString(), now, metadata);
        persist(client);
        OpaqueToken secret = metadata.needsSecret() ? addSecret(client, now) : null;
        return new Credentials(client.clientId, secret, now);
    }

    private OpaqueToken addSecret(Client client, Instant now) {
        UUID derivedFrom = client.sharesSecret() ? UUID.randomUUID() : null;
        OpaqueToken secret =
                derivedFrom == null
                        ? OpaqueToken.random(ClientSecret.PREFIX)
                        : derivation.of(derivedFrom);
        getEntityManager()
                .persist(new ClientSecret(secret.sha256(), derivedFrom, client.clientId, now));
        return secret;
    }

    /** The secrets that are good now of a client that uses them as HMAC keys. */
    List<String> sharedSecrets(String clientId) {
        return goodSecrets(clientId)
                .map(secret -> secret.derivedFrom)
                .filter(Objects::nonNull)
                .map(derivedFrom -> derivation.of(derivedFrom).reveal())
                .toList();
    }

    /** The hashes of the secrets that are good now. */
    List<String> secretHashes(String clientId) {
        return goodSecrets(clientId).map(secret -> secret.sha256).toList();
    }

    private Stream<ClientSecret> goodSecrets(String clientId) {
        return getEntityManager()
                .createQuery(
                        "from ClientSecret where clientId = :client"
                                + " and (expiresAt is null or expiresAt > :now)",
                        ClientSecret.class)
                .setParameter("client", clientId)
                .setParameter("now", clock.instant())
                .getResultStream();
    }
}
