package guichet.kit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NeighbourCredentialsTest {
    private static final String REFERENCE = "${guichet.credential.token-to-registry}";
    private static final String NAME = "guichet.internal.registry.credential = " + REFERENCE;

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "short", "thirty-one-letters-are-too-few."})
    void an_empty_or_short_credential_stops_the_start_by_name(String credential) {
        assertThatThrownBy(() -> new NeighbourCredentials(settings(credential)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(NAME + ": ");
    }

    @Test
    void a_missing_credential_stops_the_start_by_the_name_that_the_operator_knows() {
        Config none = config(Map.of("guichet.internal.registry.credential", REFERENCE));

        assertThatThrownBy(() -> new NeighbourCredentials(none))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(NAME + ": is empty");
    }

    @Test
    void a_value_that_stands_there_itself_is_not_shown() {
        Config direct = config(Map.of("guichet.internal.registry.credential", "too-short"));

        assertThatThrownBy(() -> new NeighbourCredentials(direct))
                .hasMessageStartingWith("guichet.internal.registry.credential: needs")
                .satisfies(it -> assertThat(it.getMessage()).doesNotContain("too-short"));
    }

    @Test
    void a_long_one_is_taken() {
        assertThatCode(() ->
                        new NeighbourCredentials(settings("the-credential-to-registry-in-tests")))
                .doesNotThrowAnyException();
    }

    private static Config settings(String credential) {
        return config(
                Map.of(
                        "guichet.credential.token-to-registry", credential,
                        "guichet.internal.registry.credential", REFERENCE,
                        "guichet.internal.registry.url", "http://localhost:8181"));
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
