package guichet.token.refresh;

import guichet.oauth.OpaqueToken;
import guichet.token.key.ConfiguredKey;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the one successor of a refresh token: HMAC-SHA-256 of it under the server's key. */
@ApplicationScoped
@Startup
class Derivation {
    static final String PREFIX = "grt";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Derivation(RefreshConfig config) {
        this.key =
                ConfiguredKey.of(
                        "guichet.token.refresh.derivation-key", config.derivationKey(), ALGORITHM);
    }

    OpaqueToken successorOf(OpaqueToken token) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] bits = mac.doFinal(token.reveal().getBytes(StandardCharsets.UTF_8));
            return OpaqueToken.derived(PREFIX, bits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
