package guichet.token.refresh;

import guichet.kit.secret.ConfiguredKey;
import guichet.kit.secret.Derivation;
import guichet.oauth.OpaqueToken;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the one successor of a refresh token. */
@ApplicationScoped
@Startup
class Successors {
    static final String PREFIX = "grt";
    private static final String SETTING = "guichet.token.refresh.derivation-key";

    private final Derivation derivation;

    Successors(RefreshConfig config) {
        this.derivation =
                new Derivation(
                        PREFIX,
                        ConfiguredKey.of(SETTING, config.derivationKey(), Derivation.ALGORITHM));
    }

    OpaqueToken of(OpaqueToken token) {
        return derivation.of(token.reveal());
    }
}
