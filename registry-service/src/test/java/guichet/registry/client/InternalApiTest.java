package guichet.registry.client;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class InternalApiTest {
    @Test
    void a_client_is_told_with_the_hash_of_its_secret() {
        var registered =
                given().contentType("application/json")
                        .body(
                                """
                                {"client_name": "Ciné Club", "redirect_uris": ["https://cine.example/cb"]}\
                                """)
                        .post("/register")
                        .then()
                        .extract();

        asToken("/internal/clients/" + registered.path("client_id"))
                .statusCode(200)
                .body("client_name", equalTo("Ciné Club"))
                .body("redirect_uris", contains("https://cine.example/cb"))
                .body("scope", startsWith("movies:read movies:write openid"))
                .body("application_type", equalTo("web"))
                .body("subject_type", equalTo("public"))
                .body("sector_identifier", equalTo("cine.example"))
                .body("id_token_signed_response_alg", equalTo("RS256"))
                .body("request_uris", empty())
                .body("post_logout_redirect_uris", empty())
                .body("rotate_refresh_tokens", equalTo(true))
                .body("require_pkce", equalTo(false))
                .body("grant_types", contains("authorization_code"))
                .body("$", not(hasKey("token_endpoint_auth_method")))
                .body(
                        "secret_hashes",
                        contains(OpaqueToken.of(registered.path("client_secret")).sha256()));
    }

    @Test
    void authorization_service_is_told_which_clients_are_there() {
        String client =
                given().contentType("application/json")
                        .body("{\"redirect_uris\": [\"https://cine.example/cb\"]}")
                        .post("/register")
                        .path("client_id");

        internally()
                .header("Authorization", "Bearer the-credential-of-authorization-in-tests")
                .contentType("application/json")
                .body(new String[] {client, "nobody"})
                .post("/internal/present-clients")
                .then()
                .statusCode(200)
                .body("$", contains(client));
    }

    @Test
    void an_unknown_client_is_not_found() {
        asToken("/internal/clients/nobody").statusCode(404);
    }

    @Test
    void the_apis_on_offer_are_told_with_who_may_have_each_scope() {
        asToken("/internal/resources")
                .statusCode(200)
                .body(
                        "identifier",
                        contains("http://localhost:8080/admin", "http://localhost:8090"))
                .body("signing_algorithm", contains("ES256", "ES256"))
                .body("[1].scopes.name", contains("movies:read", "movies:write", "stats:read"))
                .body("[1].scopes[0].granted_to", contains("person"))
                .body("[1].scopes[2].granted_to", contains("application"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer wrong", "Basic dG9rZW46dG9rZW4="})
    void without_a_callers_credential_nothing_is_told(String authorization) {
        internally()
                .header("Authorization", authorization)
                .get("/internal/resources")
                .then()
                .statusCode(401);
    }

    @Test
    @Tag("RFC9110-15.5.2")
    void who_is_refused_is_told_by_what_to_prove_who_it_is() {
        internally()
                .header("Authorization", "Bearer wrong")
                .get("/internal/resources")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("error", equalTo("invalid_client"));
    }

    private static ValidatableResponse asToken(String path) {
        return internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get(path)
                .then();
    }
}
