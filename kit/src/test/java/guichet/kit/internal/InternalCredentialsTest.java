package guichet.kit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.internal.InternalCallers.Caller;
import io.smallrye.config.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InternalCredentialsTest {
    private static final String[] TOKEN = {"token"};

    private final InternalCredentials credentials =
            new InternalCredentials(
                    new Callers(
                            Map.of(
                                    "token",
                                    new Presenting(
                                            "the-new-one-of-token-of-32-letters",
                                            List.of("the-old-one-of-token-of-32-letters")),
                                    "authorization",
                                    new Presenting(
                                            "the-one-of-authorization-of-32-letters", List.of()))));

    @Test
    void the_credential_in_use_opens() {
        assertThat(credentials.belongsToAnyOf(TOKEN, "the-new-one-of-token-of-32-letters"))
                .isTrue();
    }

    @Test
    void one_that_retires_opens_too() {
        assertThat(credentials.belongsToAnyOf(TOKEN, "the-old-one-of-token-of-32-letters"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the",
                "the-new-one-of-token-of-32-letters ",
                "THE-NEW-ONE-OF-TOKEN-OF-32-LETTERS"
            })
    void nothing_else_opens(String presented) {
        assertThat(credentials.belongsToAnyOf(TOKEN, presented)).isFalse();
    }

    @Test
    void a_caller_that_the_endpoint_does_not_name_is_refused() {
        assertThat(credentials.belongsToAnyOf(TOKEN, "the-one-of-authorization-of-32-letters"))
                .isFalse();
    }

    @Test
    void any_of_the_named_callers_may_call() {
        String[] both = {"authorization", "token"};

        assertThat(credentials.belongsToAnyOf(both, "the-one-of-authorization-of-32-letters"))
                .isTrue();
        assertThat(credentials.belongsToAnyOf(both, "the-new-one-of-token-of-32-letters")).isTrue();
    }

    @Test
    void a_caller_without_a_credential_is_nobody() {
        String[] unknown = {"movies"};

        assertThat(credentials.belongsToAnyOf(unknown, "the-new-one-of-token-of-32-letters"))
                .isFalse();
    }

    private record Callers(Map<String, Caller> byName) implements InternalCallers {}

    private record Presenting(String inUse, List<String> retiring) implements Caller {
        @Override
        public Secret<String> credential() {
            return () -> inUse;
        }

        @Override
        public Optional<List<Secret<String>>> retiringCredentials() {
            return Optional.of(retiring.stream().map(it -> (Secret<String>) () -> it).toList());
        }
    }
}
