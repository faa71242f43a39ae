package guichet.kit.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NeighbourAddressesTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://token-service:8183", "token-service:8283", "nonsense", ""})
    void a_credential_in_clear_text_stops_the_start_by_name(String address) {
        assertThatThrownBy(() -> new NeighbourAddresses(settings(address)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("guichet.internal.token.url: must be an https address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://token-service:8283", "http://127.0.0.1:8183", "http://localhost:1"})
    void https_is_taken_and_http_on_this_machine(String address) {
        assertThatCode(() -> new NeighbourAddresses(settings(address))).doesNotThrowAnyException();
    }

    private static Config settings(String address) {
        return new SmallRyeConfigBuilder()
                .withSources(
                        new PropertiesConfigSource(
                                Map.of(
                                        "guichet.internal.token.credential",
                                        "of-32-letters",
                                        "guichet.internal.token.url",
                                        address),
                                "test",
                                100))
                .build();
    }
}
