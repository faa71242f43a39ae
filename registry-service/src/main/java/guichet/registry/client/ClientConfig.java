package guichet.registry.client;

import guichet.guard.setting.MustBe;
import guichet.kit.secret.ConfiguredKey;
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
    @MustBe(value = ConfiguredKey.WORDS, test = ConfiguredKey.IsGood.class)
    Secret<String> secretDerivationKey();

    /** Knows secrets again that another key derived, {@code docs/keys.md}. */
    @MustBe(value = ConfiguredKey.WORDS, test = ConfiguredKey.IsGood.class)
    Optional<Secret<String>> secondSecretDerivationKey();
}
