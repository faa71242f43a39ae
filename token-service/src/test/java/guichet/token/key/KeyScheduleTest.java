package guichet.token.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyScheduleTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MONTH = Duration.ofDays(30);

    private final KeySchedule schedule = new KeySchedule(Duration.ofMinutes(10), MONTH, HOUR);
    private final SigningKey first = key("first", START);
    private final SigningKey next = key("next", START.plus(MONTH));

    @Test
    void the_next_key_is_announced_as_soon_as_the_last_one_signs() {
        assertThat(schedule.due(START, START.minusSeconds(1))).isEmpty();
        assertThat(schedule.due(START, START)).contains(next.signsFrom());
    }

    @Test
    void a_late_announcement_is_as_long_as_any() {
        Instant late = next.signsFrom().plus(Duration.ofDays(2));

        assertThat(schedule.due(START, late)).contains(late.plus(Duration.ofMinutes(10)));
    }

    @Test
    void an_announced_key_does_not_sign_before_its_time() {
        assertThat(schedule.signing(List.of(first, next), next.signsFrom().minusSeconds(1)))
                .contains(first);
        assertThat(schedule.signing(List.of(first, next), next.signsFrom())).contains(next);
        assertThat(schedule.signing(List.of(next), START)).isEmpty();
    }

    @Test
    void a_key_is_published_until_its_last_token_has_expired() {
        Instant expired = next.signsFrom().plus(HOUR);

        assertThat(schedule.forgettable(List.of(first, next), expired)).isEmpty();
        assertThat(schedule.forgettable(List.of(first, next), expired.plusSeconds(1)))
                .containsExactly(first);
    }

    @Test
    void a_key_is_announced_for_longer_than_its_set_may_be_kept() {
        assertThat(KeySchedule.of(settings(Duration.ofMinutes(5)), HOUR).announcement())
                .isEqualTo(Duration.ofMinutes(10).plusSeconds(10));
    }

    private static KeyConfig settings(Duration cache) {
        return new Settings(cache, Optional.empty());
    }

    private static SigningKey key(String kid, Instant signsFrom) {
        var key = SigningKey.generate(SignatureAlgorithm.EDDSA, signsFrom, signsFrom);
        return new SigningKey(
                kid,
                key.algorithm(),
                key.privateKey(),
                key.publicKey(),
                key.publicJwk(),
                key.createdAt(),
                key.signsFrom());
    }

    /** Settings that are good in what a test does not change. */
    record Settings(Duration jwksCache, Optional<Duration> announcement) implements KeyConfig {
        @Override
        public Optional<Secret<String>> secondEncryptionKey() {
            return Optional.empty();
        }

        @Override
        public Secret<String> encryptionKey() {
            return () -> "not read here";
        }

        @Override
        public Duration rotation() {
            return MONTH;
        }
    }
}
