package guichet.token.key;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.Secret;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyEncryptionTest {
    private static final byte[] PRIVATE_KEY = "a private key".getBytes(ISO_8859_1);

    @Test
    void what_was_encrypted_is_read_again() {
        var encryption = with(new byte[32]);

        byte[] encrypted = encryption.encrypt("kid", PRIVATE_KEY);

        assertThat(new String(encrypted, ISO_8859_1)).doesNotContain("private");
        assertThat(encryption.decrypt("kid", null, encrypted)).isEqualTo(PRIVATE_KEY);
    }

    @Test
    void another_encryption_key_is_named_as_the_fault() {
        byte[] encrypted = with(new byte[32]).encrypt("kid", PRIVATE_KEY);
        byte[] another = new byte[32];
        another[0] = 1;

        assertThatThrownBy(() -> with(another).decrypt("kid", null, encrypted))
                .hasMessageContaining("GUICHET_TOKEN_KEY_ENCRYPTION_KEY");
    }

    @Test
    void a_key_cannot_pass_for_another() {
        var encryption = with(new byte[32]);
        byte[] encrypted = encryption.encrypt("kid", PRIVATE_KEY);

        assertThatThrownBy(() -> encryption.decrypt("other", null, encrypted))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void a_second_key_reads_what_it_encrypted_and_encrypts_nothing() {
        var old = with(key(1));
        byte[] encrypted = old.encrypt("kid", PRIVATE_KEY);

        var changed = with(key(2), Optional.of(secret(key(1))));

        assertThat(changed.decrypt("kid", old.keyId(), encrypted)).isEqualTo(PRIVATE_KEY);
        assertThat(changed.decrypt("kid", null, encrypted)).isEqualTo(PRIVATE_KEY);
        assertThat(changed.keyId()).isEqualTo(with(key(2)).keyId()).isNotEqualTo(old.keyId());
        byte[] anew = changed.encrypt("kid", PRIVATE_KEY);
        assertThat(with(key(2)).decrypt("kid", changed.keyId(), anew)).isEqualTo(PRIVATE_KEY);
    }

    /** As SmallRye hands over a variable that is empty. */
    @Test
    void a_second_key_without_a_value_is_none() {
        var encryption = with(key(1), Optional.of(() -> null));

        assertThat(encryption.decrypt("kid", null, with(key(1)).encrypt("kid", PRIVATE_KEY)))
                .isEqualTo(PRIVATE_KEY);
    }

    private static byte[] key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return key;
    }

    private static KeyEncryption with(byte[] key) {
        return with(key, Optional.empty());
    }

    private static Secret<String> secret(byte[] key) {
        return () -> Base64.getEncoder().encodeToString(key);
    }

    private static KeyEncryption with(byte[] key, Optional<Secret<String>> second) {
        return new KeyEncryption(
                new KeyConfig() {
                    @Override
                    public Secret<String> encryptionKey() {
                        return secret(key);
                    }

                    @Override
                    public Optional<Secret<String>> secondEncryptionKey() {
                        return second;
                    }

                    @Override
                    public Duration rotation() {
                        return Duration.ofDays(30);
                    }

                    @Override
                    public Duration jwksCache() {
                        return Duration.ofMinutes(5);
                    }

                    @Override
                    public Optional<Duration> announcement() {
                        return Optional.empty();
                    }
                });
    }
}
