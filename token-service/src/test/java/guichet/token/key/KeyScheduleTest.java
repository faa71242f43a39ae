package guichet.token.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyScheduleTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final KeySchedule schedule =
            new KeySchedule(Duration.ofMinutes(10), Duration.ofDays(30), Duration.ofHours(1));
    private final SigningKey first = key("first", START);
    private final SigningKey next = key("next", START.plus(Duration.ofDays(30)));

    @Test
    void the_next_key_is_announced_before_it_signs() {
        Instant announced = next.signsFrom().minus(Duration.ofMinutes(10));

        assertThat(schedule.due(List.of(first), announced.minusSeconds(1))).isEmpty();
        assertThat(schedule.due(List.of(first), announced)).contains(next.signsFrom());
    }

    @Test
    void a_late_announcement_is_as_long_as_any() {
        Instant late = next.signsFrom().plus(Duration.ofDays(2));

        assertThat(schedule.due(List.of(first), late)).contains(late.plus(Duration.ofMinutes(10)));
    }

    @Test
    void nothing_is_due_while_the_next_key_waits() {
        assertThat(schedule.due(List.of(first, next), next.signsFrom())).isEmpty();
    }

    @Test
    void an_announced_key_does_not_sign_before_its_time() {
        assertThat(schedule.signing(List.of(first, next), next.signsFrom().minusSeconds(1)))
                .contains(first);
        assertThat(schedule.signing(List.of(first, next), next.signsFrom())).contains(next);
    }

    @Test
    void a_key_is_published_until_its_last_token_has_expired() {
        Instant expired = next.signsFrom().plus(Duration.ofHours(1));

        assertThat(schedule.forgettable(List.of(next, first), expired)).isEmpty();
        assertThat(schedule.forgettable(List.of(next, first), expired.plusSeconds(1)))
                .containsExactly("first");
    }

    @Test
    void a_key_cannot_be_announced_for_longer_than_it_signs() {
        var minute = Duration.ofMinutes(1);

        assertThatThrownBy(() -> new KeySchedule(minute, minute, minute))
                .hasMessageContaining("guichet.token.key.rotation");
    }

    private static SigningKey key(String kid, Instant signsFrom) {
        return new SigningKey(kid, FreshKey.generate().privateKey(), "{}", signsFrom, signsFrom);
    }
}
