package guichet.kit.secret;

import guichet.oauth.Sha256;
import io.smallrye.config.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key of a setting, by which everything new is written, and maybe a second one, by which is
 * read what another key wrote: so a key can be changed while what it wrote is still needed.
 */
public final class ConfiguredKeys {
    private static final int ID_BYTES = 8;

    private final List<NamedKey> keys;

    private ConfiguredKeys(List<NamedKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** One key, of a setting that {@link ConfiguredKey.IsGood}. */
    public static ConfiguredKeys of(Secret<String> value, String algorithm) {
        return new ConfiguredKeys(List.of(named(ConfiguredKey.of(value, algorithm))));
    }

    /** The same with a second one, if there is one. */
    public ConfiguredKeys and(Optional<Secret<String>> value) {
        String algorithm = present().key().getAlgorithm();
        return new ConfiguredKeys(
                Stream.concat(
                                keys.stream(),
                                value.stream()
                                        // SmallRye takes a secret without a value for a present one
                                        .filter(it -> it.get() != null)
                                        .map(it -> ConfiguredKey.of(it, algorithm))
                                        .map(ConfiguredKeys::named))
                        .toList());
    }

    /** The one by which everything new is written. */
    public NamedKey present() {
        return keys.getFirst();
    }

    /** The key of this name, if it is there; each of them for a row that names none. */
    public List<NamedKey> named(@Nullable String id) {
        return keys.stream().filter(key -> id == null || key.id().equals(id)).toList();
    }

    /** It says nothing of the key but that it is the same. */
    private static NamedKey named(SecretKeySpec key) {
        byte[] purpose = "guichet key ".getBytes(StandardCharsets.US_ASCII);
        byte[] hash = Sha256.of(purpose, key.getEncoded());
        return new NamedKey(HexFormat.of().formatHex(hash, 0, ID_BYTES), key);
    }

    /**
     * A key, and what rows call it that it wrote.
     *
     * @param id made from the key, so that nobody has to choose one
     */
    public record NamedKey(String id, SecretKeySpec key) {
        @Override
        public String toString() {
            return "NamedKey[" + id + "]";
        }
    }
}
