package guichet.registry.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import java.util.Optional;

/** How clients' credentials are kept. */
@ConfigMapping(prefix = "guichet.client")
interface ClientConfig {
    /**
     * Derives the secrets that the server has to know itself: base64 of 32 bytes. No default:
     * without it the service refuses to start.
     */
    Secret<String> secretDerivationKey();

    /** Knows secrets again that another key derived, {@code docs/keys.md}. */
    Optional<Secret<String>> secondSecretDerivationKey();
}
