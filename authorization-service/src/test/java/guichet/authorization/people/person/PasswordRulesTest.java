package guichet.authorization.people.person;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.language.NamedMessages;
import guichet.kit.limit.NetworkShares;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PasswordRulesTest {
    private static final NetworkShares ALONE = new NetworkShares(1, Optional::empty);

    private static final List<String> OF_ALICE =
            List.of("alice", "Alice Martin", "alice@guichet.example");

    private final PasswordRules rules = rules(15);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice-opens-the-door",
                "heron kettle ninety seven",
                "Ünüsüäl wörds älwäys wörk",
                "四月五月六月七月八月九月十月十一月",
                "gT7#kq0!vX2$mP9z"
            })
    void a_long_one_of_any_characters_is_good(String password) {
        assertThat(rules.fault(password, OF_ALICE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "123456789012345",
                "qwertyuiopasdfgh",
                "aaaaaaaaaaaaaaaaaaaa",
                "alicealicealice",
                "alice@guichet.example",
                "AliceMartin1987"
            })
    void a_common_one_or_one_made_of_the_persons_name_is_not(String password) {
        assertThat(rules.fault(password, OF_ALICE))
                .hasValueSatisfying(
                        it -> assertThat(NamedMessages.of(it)).isEqualTo("passwordEasy"));
    }

    @Test
    void characters_are_counted_as_people_see_them() {
        assertThat(rules.fault("heron kettle 9", List.of()))
                .hasValueSatisfying(
                        it -> assertThat(NamedMessages.of(it)).isEqualTo("passwordTooShort[15]"));
        assertThat(rules.fault("🦆".repeat(14), List.of()))
                .hasValueSatisfying(
                        it -> assertThat(NamedMessages.of(it)).isEqualTo("passwordTooShort[15]"));
        assertThat(rules.fault("heron kettle 97", List.of())).isEmpty();
    }

    @Test
    void nobody_has_to_hash_a_book() {
        assertThat(rules.fault("heron kettle ".repeat(10), List.of()))
                .hasValueSatisfying(
                        it -> assertThat(NamedMessages.of(it)).isEqualTo("passwordTooLong[128]"));
    }

    private static PasswordRules rules(int minimum) {
        var config = new Minimum(minimum);
        return new PasswordRules(
                config, new HashingThreads(config, ALONE, new SimpleMeterRegistry()));
    }

    private record Minimum(int minimumLength) implements PasswordConfig {
        @Override
        public OptionalInt concurrentHashes() {
            return OptionalInt.empty();
        }

        @Override
        public int queue() {
            return 1;
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }
    }
}
