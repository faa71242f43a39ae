package guichet.kit.secret;

import io.smallrye.config.Secret;
import java.util.Base64;
import java.util.function.Predicate;
import javax.crypto.spec.SecretKeySpec;

/** A symmetric key of 256 bits from a setting. */
public final class ConfiguredKey {
    /** What the setting must be. */
    public static final String WORDS = "base64 of 32 bytes, such as openssl rand -base64 32 prints";

    private static final int BYTES = 32;

    private ConfiguredKey() {}

    /** Reads the key from a setting that {@link IsGood}. */
    public static SecretKeySpec of(Secret<String> setting, String algorithm) {
        return new SecretKeySpec(decoded(setting.get()), algorithm);
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64.strip());
    }

    /** Whether it is a key. */
    public static final class IsGood implements Predicate<String> {
        @Override
        public boolean test(String base64) {
            try {
                return decoded(base64).length == BYTES;
            } catch (IllegalArgumentException _) {
                return false;
            }
        }
    }
}
