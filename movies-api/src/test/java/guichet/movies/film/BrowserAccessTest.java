package guichet.movies.film;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.http.Endpoints;
import guichet.kit.postgres.TestPostgres;
import guichet.resource.issuer.TestIssuer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Applications in a browser, wherever they live. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrowserAccessTest {
    @Test
    void the_whole_api_is_theirs() {
        assertThat(Endpoints.openToOtherOrigins())
                .containsExactlyInAnyOrder(
                        "/.well-known/oauth-protected-resource",
                        "/.well-known/oauth-protected-resource/1",
                        "/movies",
                        "/movies/1",
                        "/my-movies",
                        "/my-movies/1",
                        "/stats_movies");
    }

    @Test
    void nothing_is_taken_for_what_it_does_not_say_it_is() {
        Endpoints.areTakenForWhatTheySay();
    }
}
