package guichet.kit.secret;

import io.smallrye.config.Secret;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/** A symmetric key of 256 bits from a setting; what is wrong with it names the setting only. */
public final class ConfiguredKey {
    private static final int BYTES = 32;

    private ConfiguredKey() {}

    /**
     * Reads the key.
     *
     * @param setting what the operator has to change
     * @throws IllegalStateException when the value is missing or not base64 of 32 bytes
     */
    public static SecretKeySpec of(String setting, Secret<String> value, String algorithm) {
        byte[] bytes = decoded(setting, value);
        if (bytes.length != BYTES) {
            throw malformed(setting);
        }
        return new SecretKeySpec(bytes, algorithm);
    }

    private static byte[] decoded(String setting, Secret<String> value) {
        String text = value.get();
        if (text == null) { // SmallRye takes a secret without a value for a present one
            throw new IllegalStateException(
                    "%s: is missing, base64 of %d bytes".formatted(setting, BYTES));
        }
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException _) {
            throw malformed(setting);
        }
    }

    private static IllegalStateException malformed(String setting) {
        return new IllegalStateException(
                "%s: must be base64 of %d bytes".formatted(setting, BYTES));
    }
}
