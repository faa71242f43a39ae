package guichet.resource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that would weaken the checks stop the start and are named. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsTest {
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "HS512", "es256", "ES256K", ""})
    @Tag("RFC8725-3.1")
    void an_algorithm_without_a_key_pair_is_refused(String algorithm) {
        assertThatThrownBy(() -> verifier(HALF_A_MINUTE, Set.of("ES256", algorithm)))
                .hasMessageContaining("guichet.resource.algorithms");
    }

    @Test
    void no_algorithm_at_all_is_refused() {
        assertThatThrownBy(() -> verifier(HALF_A_MINUTE, Set.of()))
                .hasMessageContaining("guichet.resource.algorithms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT31S", "PT30.001S", "PT-1S"})
    void a_leeway_out_of_bounds_is_refused(Duration leeway) {
        assertThatThrownBy(() -> verifier(leeway, Set.of("ES256")))
                .hasMessageContaining("guichet.resource.leeway");
    }

    @Test
    void several_algorithms_and_no_leeway_are_taken() {
        assertThatCode(() -> verifier(Duration.ZERO, Set.of("ES256", "RS256", "EdDSA")))
                .doesNotThrowAnyException();
    }

    private static AccessTokenVerifier verifier(Duration leeway, Set<String> algorithms) {
        var settings =
                new TestSettings(
                        "https://box.example",
                        URI.create("http://localhost:1/jwks"),
                        leeway,
                        algorithms);
        var time = new CurrentTime(Clock.systemUTC());
        var keys = new PublishedKeys(time, new JwksFetcher(settings));
        return new AccessTokenVerifier(time, keys, settings, "https://issuer.example");
    }
}
