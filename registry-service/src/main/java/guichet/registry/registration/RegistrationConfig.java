package guichet.registry.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who may register applications. */
@ConfigMapping(prefix = "guichet.registration")
interface RegistrationConfig {
    /** Whether anybody may, without an initial access token. */
    @WithDefault("false")
    boolean open();

    /**
     * The initial access tokens, RFC 7591 §3, each of 32 characters or more; two at a time let one
     * be replaced.
     */
    Optional<List<Secret<String>>> initialAccessTokens();
}
