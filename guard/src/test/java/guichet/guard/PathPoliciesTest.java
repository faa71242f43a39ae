package guichet.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy covers a method when it covers every address of its template. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PathPoliciesTest {
    @ParameterizedTest
    @CsvSource({
        "/films,         /films",
        "/films/*,       /films",
        "/films/*,       /films/{film}",
        "/films/*,       /films/{path:.+}",
        "/*,             /films/{film}/cast",
        "/films/*/cast,  /films/{film}/cast",
        "films/*,        /films/{film}",
    })
    void all_addresses_below_a_path_are_covered(String path, String template) {
        assertThat(covers(TestPolicy.of(path), template)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/films,            /films/{film}",
        "/films/la-haine,   /films/{film}",
        "/films/*/cast,     /films/{film}",
        "/films/*/cast,     /films/{path:.+}/cast",
        "/film/*,           /films",
        "/admin/*,          /films",
    })
    void one_address_more_is_not(String path, String template) {
        assertThat(covers(TestPolicy.of(path), template)).isFalse();
    }

    @Test
    void a_policy_of_other_methods_does_not_cover() {
        assertThat(covers(TestPolicy.of("/films").withMethods("POST"), "/films")).isFalse();
        assertThat(covers(TestPolicy.of("/films").withMethods("POST", "GET"), "/films")).isTrue();
    }

    @Test
    void a_policy_that_is_switched_off_does_not_cover() {
        assertThat(covers(TestPolicy.of("/films").asDisabled(), "/films")).isFalse();
    }

    private static boolean covers(TestPolicy policy, String template) {
        return new PathPolicies(List.of(policy), "/").cover("GET", template);
    }
}
