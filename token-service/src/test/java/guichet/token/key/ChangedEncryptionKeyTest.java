package guichet.token.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.Secret;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The key that encrypts signing keys is changed; each test takes back what it did. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangedEncryptionKeyTest {
    private static final Secret<String> NEW =
            () -> Base64.getEncoder().encodeToString(new byte[32]);

    private final KeyConfig config;

    ChangedEncryptionKeyTest(KeyConfig config) {
        this.config = config;
    }

    @BeforeEach
    void begin() {
        QuarkusTransaction.begin();
    }

    @AfterEach
    void takeBack() {
        QuarkusTransaction.rollback();
    }

    @Test
    void with_the_one_before_as_the_second_every_signing_key_is_read() {
        int present = keys(config.encryptionKey(), Optional.empty()).load().all().size();

        var read = keys(NEW, Optional.of(config.encryptionKey())).load().all();

        assertThat(read).hasSize(present).isNotEmpty();
    }

    @Test
    void once_they_are_encrypted_anew_the_second_can_go() {
        var changed = keys(NEW, Optional.of(config.encryptionKey()));
        int present = changed.load().all().size();

        int encrypted = changed.encryptAnew();
        changed.flush();

        assertThat(encrypted).isEqualTo(present);
        assertThat(changed.encryptAnew()).isZero();
        assertThat(keys(NEW, Optional.empty()).load().all()).hasSize(present);
    }

    @Test
    void without_the_one_before_the_setting_is_named_as_the_fault() {
        var without = keys(NEW, Optional.empty());

        assertThatThrownBy(without::load).hasMessageContaining("GUICHET_TOKEN_KEY_ENCRYPTION_KEY");
    }

    private static StoredKeys keys(Secret<String> key, Optional<Secret<String>> second) {
        return new StoredKeys(new KeyEncryption(new Settings(key, second)));
    }

    private record Settings(
            Secret<String> encryptionKey, Optional<Secret<String>> secondEncryptionKey)
            implements KeyConfig {
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
    }
}
