package guichet.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.local.gateway.Route;
import guichet.system.architecture.Endpoints.Endpoint;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The gateway's table, held against what the services answer; that the other gateways have the same
 * table is {@code guichet.local.gateway.OtherGatewaysTest}'s.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutesTest {
    /** What the framework answers: the look of the pages. */
    private static final Set<String> FILES = Set.of("/assets", "/webjars");

    @ParameterizedTest
    @EnumSource
    void what_a_service_answers_is_routed_to_it(Route route) {
        assertThat(paths(route))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(Route.of(path)).as(path).hasValue(route));
    }

    @ParameterizedTest
    @EnumSource
    void a_route_leads_to_what_a_service_answers(Route route) {
        assertThat(route.prefixes())
                .filteredOn(prefix -> !FILES.contains(prefix))
                .allSatisfy(prefix ->
                        assertThat(paths(route))
                                .anyMatch(path -> (path + "/").startsWith(prefix + "/")));
    }

    private static List<String> paths(Route route) {
        String owner = "guichet." + route.name().toLowerCase(Locale.ROOT) + ".";
        return Endpoints.ofTheOutside().stream()
                .filter(endpoint -> (endpoint.owner() + ".").startsWith(owner))
                .map(Endpoint::path)
                .toList();
    }
}
