package guichet.resource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.resource.issuer.TestIssuer;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
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

    @BeforeAll
    static void open() {
        TestIssuer.open();
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"PT0.999S", "PT0S", "PT-1S"})
    void polling_without_a_pause_is_refused(Duration poll) {
        assertThatThrownBy(() -> verifier(TestSettings.USUAL.withPoll(poll)))
                .hasMessageContaining("guichet.resource.status.poll");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.999S", "PT0S", "PT-1S", "PT61S"})
    void rechecking_keys_without_a_pause_or_hardly_ever_is_refused(Duration recheck) {
        assertThatThrownBy(() -> verifier(TestSettings.USUAL.withRecheck(recheck)))
                .hasMessageContaining("guichet.resource.keys.recheck");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT12H1S"})
    void going_on_without_status_lists_for_ever_is_refused(Duration outage) {
        assertThatThrownBy(() -> verifier(TestSettings.USUAL.withOutage(outage)))
                .hasMessageContaining("guichet.resource.status.outage");
    }

    private static AccessTokenVerifier verifier(Duration leeway, Set<String> algorithms) {
        return verifier(TestSettings.USUAL.withLeeway(leeway).withAlgorithms(algorithms));
    }

    private static AccessTokenVerifier verifier(ResourceConfig settings) {
        return TestApi.with(settings, new CurrentTime(Clock.systemUTC())).verifier();
    }
}
