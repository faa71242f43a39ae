package guichet.token.metadata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.http.Endpoints;
import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications in a browser, at another origin than the issuer's. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrowserAccessTest {
    private static final String ORIGIN = "https://spa.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/oauth-authorization-server",
                "/.well-known/openid-configuration",
                "/.well-known/oauth-protected-resource/admin",
                "/jwks",
                "/status-lists/0"
            })
    @Tag("RFC9110-12.5.5")
    void what_is_published_can_be_read_by_all_origins_out_of_one_cache(String path) {
        var asked = given().header("Origin", ORIGIN).get(path);
        var opened = given().get(path);

        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(opened.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(asked.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(asked.header("Cache-Control")).startsWith("public");
    }

    @Test
    @Tag("RFC9110-12.5.5")
    void the_keys_are_of_the_type_that_is_preferred_and_say_so() {
        var set = given().header("Accept", "application/jwk-set+json").get("/jwks");
        var json = given().header("Accept", "application/json").get("/jwks");

        assertThat(set.contentType()).startsWith("application/jwk-set+json");
        assertThat(json.contentType()).startsWith("application/json");
        assertThat(set.header("Vary")).isEqualTo("Accept");
        assertThat(json.header("Vary")).isEqualTo("Accept");
    }

    @Test
    void where_browsers_have_no_business_they_read_nothing() {
        assertThat(Endpoints.openToOtherOrigins())
                .containsExactlyInAnyOrder(
                        "/.well-known/1", // the server's metadata, RFC 8414 and OpenID Connect
                        "/.well-known/1/1",
                        "/.well-known/oauth-protected-resource",
                        "/.well-known/oauth-protected-resource/1",
                        "/jwks",
                        "/revoke",
                        "/status-lists/1",
                        "/token",
                        "/userinfo");
    }

    @Test
    void nothing_is_taken_for_what_it_does_not_say_it_is() {
        Endpoints.areTakenForWhatTheySay();
    }

    @Test
    void an_address_that_begins_alike_is_not_open() {
        var answer = given().header("Origin", ORIGIN).get("/tokens");

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"/token, invalid_client", "/revoke, invalid_client", "/userinfo, invalid_token"})
    void a_refusal_can_be_read(String path, String error) {
        given().header("Origin", ORIGIN)
                .formParam("client_id", "nobody")
                .formParam("token", "x")
                .formParam("access_token", "x")
                .post(path)
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Expose-Headers", containsString("WWW-Authenticate"))
                .body("error", equalTo(error));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/revoke"})
    void a_browser_may_ask_first(String path) {
        given().header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options(path)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("authorization"));
    }

    @Test
    void the_metadata_of_another_issuer_is_not_here() {
        given().get("/.well-known/oauth-authorization-server/other").then().statusCode(404);
    }
}
