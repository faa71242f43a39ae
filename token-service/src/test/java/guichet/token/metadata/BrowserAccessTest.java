package guichet.token.metadata;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications in a browser, at another origin than the issuer's. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrowserAccessTest {
    private static final String ORIGIN = "https://spa.example";

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/oauth-authorization-server", "/jwks", "/status-lists/0"})
    void what_is_published_can_be_read(String path) {
        given().header("Origin", ORIGIN)
                .get(path)
                .then()
                .header("Access-Control-Allow-Origin", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/revoke", "/introspect"})
    void a_refusal_can_be_read(String path) {
        given().header("Origin", ORIGIN)
                .formParam("client_id", "nobody")
                .formParam("token", "x")
                .post(path)
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", notNullValue())
                .header("Access-Control-Expose-Headers", containsString("WWW-Authenticate"))
                .body("error", equalTo("invalid_client"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/revoke"})
    void a_browser_may_ask_first(String path) {
        given().header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options(path)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("authorization"));
    }

    @Test
    void the_metadata_of_another_issuer_is_not_here() {
        given().get("/.well-known/oauth-authorization-server/other").then().statusCode(404);
    }
}
