package guichet.registry.client;

import guichet.kit.secret.ConfiguredKey;
import guichet.kit.secret.Derivation;
import guichet.oauth.OpaqueToken;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * The secrets of clients that use {@code client_secret_jwt}. The server needs such a secret itself,
 * as HMAC key, so a hash of it would not do; it is derived anew each time instead of being stored.
 */
@ApplicationScoped
@Startup
class SecretDerivation {
    private static final String SETTING = "guichet.client.secret-derivation-key";

    private final Derivation derivation;

    SecretDerivation(ClientConfig config) {
        this.derivation =
                new Derivation(
                        ClientSecret.PREFIX,
                        ConfiguredKey.of(
                                SETTING, config.secretDerivationKey(), Derivation.ALGORITHM));
    }

    OpaqueToken of(UUID derivedFrom) {
        return derivation.of(derivedFrom.toString());
    }
}
