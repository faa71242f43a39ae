package guichet.registry.client;

import guichet.kit.database.ExpiredRows;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The secrets of clients, two of one client at most. */
@ApplicationScoped
class ClientSecrets implements PanacheRepositoryBase<ClientSecret, String> {
    /** How long a secret that was replaced is still good, for every copy of it to be changed. */
    private static final Duration RETIREMENT = Duration.ofHours(24);

    private static final String GOOD = "clientId = ?1 and (expiresAt is null or expiresAt > ?2)";

    private final Clock clock;
    private final SecretDerivation derivation;
    private final ExpiredRows expired;

    ClientSecrets(Clock clock, SecretDerivation derivation, DataSource database) {
        this.clock = clock;
        this.derivation = derivation;
        this.expired = new ExpiredRows(database);
    }

    /** A new secret of the client, beside those that it has. */
    OpaqueToken add(Client client) {
        return client.metadata.sharesSecret() ? addDerived(client) : addRandom(client);
    }

    private OpaqueToken addRandom(Client client) {
        var secret = OpaqueToken.random(TokenKind.CLIENT_SECRET);
        persist(new ClientSecret(secret, client.clientId, clock.instant()));
        return secret;
    }

    private OpaqueToken addDerived(Client client) {
        var derivedFrom = UUID.randomUUID();
        OpaqueToken secret = derivation.of(derivedFrom);
        var stored = new ClientSecret(secret, client.clientId, clock.instant());
        stored.derivedFrom = derivedFrom;
        stored.derivationKey = derivation.keyId();
        persist(stored);
        return secret;
    }

    /** A new secret of the client; its last one is good for a day more, older ones no longer. */
    OpaqueToken replace(Client client) {
        Instant now = clock.instant();
        delete("clientId = ?1 and expiresAt is not null", client.clientId);
        update("expiresAt = ?1 where clientId = ?2", now.plus(RETIREMENT), client.clientId);
        return add(client);
    }

    /** Makes a secret that the operator chose the only one of the client; true if it had others. */
    boolean set(Client client, OpaqueToken secret) {
        long others = delete("clientId = ?1 and sha256 <> ?2", client.clientId, secret.sha256());
        ClientSecret known = findById(secret.sha256());
        if (known == null) {
            persist(new ClientSecret(secret, client.clientId, clock.instant()));
        } else if (!known.clientId.equals(client.clientId)) {
            throw new IllegalStateException(
                    "%s and %s must not have the same secret"
                            .formatted(client.clientId, known.clientId));
        }
        return others > 0;
    }

    void forget(Client client) {
        delete("clientId", client.clientId);
    }

    /** Ends the secrets of a client; answers the hashes of those that were good. */
    List<String> end(Client client) {
        List<String> ended = hashes(client.clientId);
        forget(client);
        return ended;
    }

    /** A new secret of a client that needs one and has none that is good. */
    Optional<OpaqueToken> addIfMissing(Client client) {
        return client.metadata.needsSecret() && good(client.clientId).isEmpty()
                ? Optional.of(add(client))
                : Optional.empty();
    }

    /** The secrets that are good now of a client that uses them as HMAC keys. */
    List<String> shared(String clientId) {
        return good(clientId).stream()
                .flatMap(secret -> derivation.find(secret).stream())
                .map(OpaqueToken::reveal)
                .toList();
    }

    /** The hashes of the secrets that are good now. */
    List<String> hashes(String clientId) {
        return good(clientId).stream().map(secret -> secret.sha256).toList();
    }

    private List<ClientSecret> good(String clientId) {
        return list(GOOD, clientId, clock.instant());
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetExpired() {
        expired.delete("client_secret", "expires_at < ?", clock.instant());
    }
}
