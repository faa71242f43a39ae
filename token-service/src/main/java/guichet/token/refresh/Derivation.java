package guichet.token.refresh;

import guichet.oauth.OpaqueToken;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the one successor of a refresh token: HMAC-SHA-256 of it under the server's key. */
@ApplicationScoped
@Startup
class Derivation {
    static final String PREFIX = "grt";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    Derivation(RefreshConfig config) {
        byte[] bytes = Base64.getDecoder().decode(config.derivationKey().get());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "guichet.token.refresh.derivation-key: must be base64 of %d bytes"
                            .formatted(KEY_BYTES));
        }
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    OpaqueToken successorOf(OpaqueToken token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] bits = mac.doFinal(token.reveal().getBytes(StandardCharsets.UTF_8));
            return OpaqueToken.derived(PREFIX, bits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
