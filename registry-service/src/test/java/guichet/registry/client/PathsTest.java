package guichet.registry.client;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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
        var unknown = given().get("/nothing");
        var internal = given().get(path);

        assertThat(internal.statusCode()).isEqualTo(404);
        assertThat(internal.asString()).isEqualTo(unknown.asString());
        assertThat(given().post(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/register", "/apps", "/", "/nothing"})
    void what_the_world_calls_is_unknown_where_neighbours_call(String path) {
        assertThat(internally().get(path).statusCode()).isEqualTo(404);
    }
}
