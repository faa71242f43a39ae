package guichet.token.metadata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServerMetadataTest {
    @Test
    @Tag("RFC8414-3")
    void every_address_is_the_issuers() {
        given().get("/.well-known/oauth-authorization-server")
                .then()
                .statusCode(200)
                .body("issuer", equalTo("http://localhost:8080"))
                .body("authorization_endpoint", equalTo("http://localhost:8080/auth"))
                .body("token_endpoint", equalTo("http://localhost:8080/token"))
                .body("registration_endpoint", equalTo("http://localhost:8080/register"))
                .body("jwks_uri", equalTo("http://localhost:8080/jwks"))
                .body("revocation_endpoint", equalTo("http://localhost:8080/revoke"))
                .body("introspection_endpoint", equalTo("http://localhost:8080/introspect"))
                .body(
                        "introspection_endpoint_auth_methods_supported",
                        containsInAnyOrder(
                                "client_secret_basic",
                                "client_secret_post",
                                "private_key_jwt",
                                "client_secret_jwt"))
                .body(
                        "scopes_supported",
                        hasItems("movies:read", "movies:write", "stats:read", "openid"))
                .body("response_types_supported", contains("code"))
                .body("code_challenge_methods_supported", contains("S256"))
                .body("authorization_response_iss_parameter_supported", equalTo(true))
                .body(
                        "token_endpoint_auth_methods_supported",
                        containsInAnyOrder(
                                "client_secret_basic",
                                "client_secret_post",
                                "private_key_jwt",
                                "client_secret_jwt",
                                "none"))
                .body(
                        "token_endpoint_auth_signing_alg_values_supported",
                        hasItems("ES256", "RS256", "PS256", "EdDSA", "HS256"))
                .body(
                        "grant_types_supported",
                        contains("authorization_code", "client_credentials", "refresh_token"));
    }

    @Test
    @Tag("RFC9701-7")
    void it_is_told_how_answers_of_introspection_can_be_signed() {
        given().get("/.well-known/oauth-authorization-server")
                .then()
                .statusCode(200)
                .body(
                        "introspection_signing_alg_values_supported",
                        containsInAnyOrder("RS256", "ES256", "PS256", "EdDSA"));
    }

    @Test
    @Tag("OIDCD-3")
    void what_openid_connect_adds_is_told_too() {
        given().get("/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .body("userinfo_endpoint", equalTo("http://localhost:8080/userinfo"))
                .body("end_session_endpoint", equalTo("http://localhost:8080/logout"))
                .body("subject_types_supported", contains("public", "pairwise"))
                .body("ui_locales_supported", contains("en", "fr"))
                .body(
                        "id_token_signing_alg_values_supported",
                        containsInAnyOrder("RS256", "ES256", "PS256", "EdDSA"))
                .body("request_object_signing_alg_values_supported", hasItems("none", "RS256"))
                .body("request_parameter_supported", equalTo(true))
                .body("request_uri_parameter_supported", equalTo(true))
                .body("require_request_uri_registration", equalTo(true))
                .body("require_signed_request_object", equalTo(false))
                .body("claims_parameter_supported", equalTo(true))
                .body("claims_supported", hasItems("sub", "name", "email", "address"))
                .body("acr_values_supported", contains("urn:guichet:acr:password"))
                .body(
                        "prompt_values_supported",
                        contains("none", "login", "consent", "select_account", "create"))
                .body("response_modes_supported", contains("query", "fragment", "form_post"));
    }

    @Test
    @Tag("OIDCD-4")
    void both_well_known_addresses_have_the_same_document() {
        String oauth = given().get("/.well-known/oauth-authorization-server").asString();

        assertThat(given().get("/.well-known/openid-configuration").asString()).isEqualTo(oauth);
    }

    @Test
    void there_is_no_other_document() {
        given().get("/.well-known/anything-else").then().statusCode(404);
    }
}
