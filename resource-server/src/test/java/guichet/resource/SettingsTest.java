package guichet.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import guichet.guard.setting.StartWith;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that would weaken the checks stop the start and are named. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsTest {
    private final StartWith api =
            StartWith.environment(
                    Map.of(
                            "GUICHET_ISSUER", "https://auth.example",
                            "GUICHET_RESOURCE_IDENTIFIER", "https://box.example"));

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "ES256,HS512", "es256", "ES256K", ","})
    @Tag("RFC8725-3.1")
    void an_algorithm_without_a_key_pair_is_refused(String algorithms) throws Exception {
        assertThat(api.and("GUICHET_RESOURCE_ALGORITHMS", algorithms).faults())
                .singleElement(STRING)
                .startsWith("GUICHET_RESOURCE_ALGORITHMS ");
    }

    @Test
    void no_algorithm_at_all_is_refused() throws Exception {
        assertThat(api.and("GUICHET_RESOURCE_ALGORITHMS", "").faults())
                .singleElement(STRING)
                .startsWith("GUICHET_RESOURCE_ALGORITHMS is missing");
    }

    @Test
    void several_algorithms_and_no_leeway_are_taken() throws Exception {
        assertThat(
                        api.and("GUICHET_RESOURCE_ALGORITHMS", "ES256,RS256,EdDSA")
                                .and("GUICHET_RESOURCE_LEEWAY", "0s")
                                .faults())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GUICHET_RESOURCE_LEEWAY, 31s",
        "GUICHET_RESOURCE_LEEWAY, PT30.001S",
        "GUICHET_RESOURCE_LEEWAY, PT-1S",
        "GUICHET_RESOURCE_STATUS_POLL, PT0.999S",
        "GUICHET_RESOURCE_STATUS_POLL, 0s",
        "GUICHET_RESOURCE_KEYS_RECHECK, PT0.999S",
        "GUICHET_RESOURCE_KEYS_RECHECK, 61s",
        "GUICHET_RESOURCE_STATUS_OUTAGE, PT-1S",
        "GUICHET_RESOURCE_STATUS_OUTAGE, PT12H1S",
    })
    void what_lets_ended_access_go_on_is_refused(String variable, String value) throws Exception {
        assertThat(api.and(variable, value).faults())
                .singleElement(STRING)
                .startsWith(variable + " must be a time");
    }
}
