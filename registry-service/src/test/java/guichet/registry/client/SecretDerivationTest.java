package guichet.registry.client;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import io.smallrye.config.Secret;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Secrets that are derived, and how the key for it is changed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretDerivationTest {
    private final SecretDerivation old = with(1, Optional.empty());
    private final SecretDerivation changed = with(2, Optional.of(1));

    @Test
    void a_secret_is_known_again_after_the_key_was_changed() {
        ClientSecret secret = made(old);

        assertThat(changed.find(secret)).hasValueSatisfying(it -> isThat(it, secret));
    }

    @Test
    void so_is_one_of_an_earlier_version_which_named_no_key() {
        ClientSecret secret = made(old);
        secret.derivationKey = null;

        assertThat(changed.find(secret)).hasValueSatisfying(it -> isThat(it, secret));
    }

    @Test
    void a_new_one_is_derived_by_the_present_key() {
        ClientSecret secret = made(changed);

        assertThat(with(2, Optional.empty()).find(secret)).isPresent();
        assertThat(old.find(secret)).isEmpty();
    }

    @Test
    void one_that_was_not_derived_is_none() {
        var random =
                new ClientSecret(
                        OpaqueToken.random(TokenKind.CLIENT_SECRET), "client", Instant.EPOCH);

        assertThat(changed.find(random)).isEmpty();
    }

    private static void isThat(OpaqueToken found, ClientSecret secret) {
        assertThat(found.sha256()).isEqualTo(secret.sha256);
    }

    private static ClientSecret made(SecretDerivation derivation) {
        var derivedFrom = UUID.randomUUID();
        var made = new ClientSecret(derivation.of(derivedFrom), "client", Instant.EPOCH);
        made.derivedFrom = derivedFrom;
        made.derivationKey = derivation.keyId();
        return made;
    }

    private static SecretDerivation with(int key, Optional<Integer> second) {
        return new SecretDerivation(
                new ClientConfig() {
                    @Override
                    public Secret<String> secretDerivationKey() {
                        return () -> key(key);
                    }

                    @Override
                    public Optional<Secret<String>> secondSecretDerivationKey() {
                        return second.map(it -> () -> key(it));
                    }
                });
    }

    private static String key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return Base64.getEncoder().encodeToString(key);
    }
}
