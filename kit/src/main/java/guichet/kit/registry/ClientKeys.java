package guichet.kit.registry;

import guichet.kit.outside.PublishedKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.Key;
import java.util.List;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The public keys of clients: those that they registered, or those that they publish. */
@ApplicationScoped
public class ClientKeys {
    private static final Logger LOG = Logger.getLogger(ClientKeys.class);

    private final PublishedKeys published;

    ClientKeys(PublishedKeys published) {
        this.published = published;
    }

    /** The keys of the client with which this may be signed; empty when they cannot be had. */
    public List<Key> of(RegisteredClient client, JsonWebSignature jws) {
        try {
            List<JsonWebKey> fitting =
                    client.jwksUri().isPresent()
                            ? published.fitting(client.jwksUri().get(), jws)
                            : new VerificationJwkSelector().selectList(jws, registered(client));
            return fitting.stream()
                    .filter(PublicJsonWebKey.class::isInstance)
                    .map(JsonWebKey::getKey)
                    .toList();
        } catch (IOException | JoseException e) {
            LOG.warnf("no keys of client %s: %s", client.clientId(), e.getMessage());
            return List.of();
        }
    }

    private static List<JsonWebKey> registered(RegisteredClient client) throws JoseException {
        return client.jwks().isPresent()
                ? new JsonWebKeySet(client.jwks().get()).getJsonWebKeys()
                : List.of();
    }
}
