package guichet.registry.client;

import guichet.kit.http.Endpoints;
import guichet.kit.internal.TestCertificate;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a path means is the same to every gateway, and each listener answers for its own. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestCertificate.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PathsTest {
    @Test
    @Tag("RFC3986-7.3")
    void a_path_that_can_be_read_in_two_ways_is_refused() {
        Endpoints.refuseAmbiguousPaths();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal", "/internal/resources", "/%69nternal/resources"})
    void what_neighbours_call_is_unknown_where_the_world_calls(String path) {
        Endpoints.areUnknownToTheWorld(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/register", "/", "/nothing"})
    void what_the_world_calls_is_unknown_where_neighbours_call(String path) {
        Endpoints.areUnknownToNeighbours(path);
    }
}
