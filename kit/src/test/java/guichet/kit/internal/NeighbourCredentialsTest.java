package guichet.kit.internal;

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
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "short", "fifteen-letters"})
    void an_empty_or_short_credential_stops_the_start_by_name(String credential) {
        assertThatThrownBy(() -> new NeighbourCredentials(settings(credential)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("guichet.internal.registry.credential: ");
    }

    @Test
    void a_long_one_is_taken() {
        assertThatCode(() -> new NeighbourCredentials(settings("the-credential-to-registry")))
                .doesNotThrowAnyException();
    }

    private static Config settings(String credential) {
        var settings =
                Map.of(
                        "guichet.credential.token-to-registry", credential,
                        "guichet.internal.registry.credential",
                                "${guichet.credential.token-to-registry}",
                        "guichet.internal.registry.url", "http://localhost:8181");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
