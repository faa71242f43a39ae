package guichet.authorization.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.oauth.OAuthException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PasswordsTest {
    private final Passwords passwords = new Passwords(new Setting(1, Duration.ofMillis(1)));

    @Test
    void hashes_are_argon2id_with_the_parameters_of_owasp() {
        String hash = passwords.hash("alice-opens-the-door");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("alice-opens-the-door", Optional.of(hash))).isTrue();
        assertThat(passwords.matches("", Optional.of(hash))).isFalse();
        assertThat(passwords.matches("", Optional.empty())).isFalse();
    }

    @Test
    void too_many_at_once_are_told_to_come_back() throws Exception {
        Callable<String> hash = () -> passwords.hash("busy");

        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = racers.invokeAll(IntStream.range(0, 16).mapToObj(_ -> hash).toList());

            assertThat(futures).anyMatch(it -> it.state() == Future.State.SUCCESS);
            assertThat(futures)
                    .filteredOn(it -> it.state() == Future.State.FAILED)
                    .isNotEmpty()
                    .allMatch(it -> it.exceptionNow() instanceof OAuthException)
                    .allMatch(it ->
                            it.exceptionNow().getMessage().startsWith("temporarily_unavailable"));
        }
    }

    @Test
    void a_service_that_could_hash_nothing_does_not_start() {
        assertThatThrownBy(() -> new Passwords(new Setting(0, Duration.ofSeconds(5))))
                .hasMessageContaining("guichet.password.concurrent-hashes");
    }

    private record Setting(int hashes, Duration patience) implements PasswordConfig {
        @Override
        public OptionalInt concurrentHashes() {
            return OptionalInt.of(hashes);
        }

        @Override
        public int minimumLength() {
            return 15;
        }
    }
}
