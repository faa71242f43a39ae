package guichet.registry.registration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client asks for and can do without is left out, and the answer says so. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7591-3.2.1")
class ReplacedMetadataTest {
    private static final String ALL =
            "movies:read movies:write openid profile email address phone offline_access";

    @Test
    void where_nothing_is_replaced_nothing_is_said_of_it() {
        Registration.with("scope", "\"movies:read\"").body("$", not(hasKey("replaced")));
    }

    @Test
    @Tag("RFC7591-2")
    void scopes_that_are_not_on_offer_are_left_out_beside_others() {
        Registration.with("scope", "\"openid mcp:tools movies:read stats:read registry:admin\"")
                .statusCode(201)
                .body("scope", equalTo("openid movies:read"))
                .body("replaced.member", contains("scope", "scope", "scope"))
                .body("replaced.sent", contains("mcp:tools", "stats:read", "registry:admin"))
                .body("replaced.why[0]", containsString("not on offer"))
                .body("lint.rule", not(hasItem("G010")));
    }

    @Test
    @Tag("RFC7591-2")
    void who_names_only_scopes_that_do_not_exist_is_treated_as_if_none_were_named() {
        Registration.with("scope", "\"assistai\"")
                .statusCode(201)
                .body("scope", equalTo(ALL))
                .body("replaced.sent", contains("assistai"))
                .body("lint.rule", hasItem("G010"));
    }

    @Test
    void grant_types_that_are_not_known_are_left_out_beside_others() {
        Registration.with(
                        "grant_types",
                        """
                        ["authorization_code", "refresh_token",
                         "urn:ietf:params:oauth:grant-type:device_code"]\
                        """)
                .statusCode(201)
                .body("grant_types", contains("authorization_code", "refresh_token"))
                .body("replaced.sent", contains("urn:ietf:params:oauth:grant-type:device_code"));
    }

    @Test
    void a_public_client_does_not_get_the_flow_of_those_with_secrets() {
        Registration.of(
                        """
                        {"redirect_uris": ["https://cine.example/cb"],
                         "token_endpoint_auth_method": "none",
                         "grant_types": ["authorization_code", "client_credentials"]}\
                        """)
                .statusCode(201)
                .body("grant_types", contains("authorization_code"))
                .body("replaced.why", contains(containsString("keep a secret")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token_endpoint_auth_method | tls_client_auth | client_secret_basic",
                "id_token_signed_response_alg | HS256 | RS256",
                "id_token_signed_response_alg | none | RS256",
                "application_type | desktop | web",
            })
    void an_unknown_choice_is_replaced_by_the_usual_one(String member, String sent, String taken) {
        Registration.with(member, '"' + sent + '"')
                .statusCode(201)
                .body(member, equalTo(taken))
                .body("replaced.member", contains(member))
                .body("replaced.sent", contains(sent));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userinfo_signed_response_alg | none",
                "introspection_signed_response_alg | HS256",
                "introspection_encrypted_response_alg | RSA-OAEP",
                "id_token_encrypted_response_alg | RSA-OAEP",
                "userinfo_encrypted_response_enc | A128GCM",
                "request_object_encryption_alg | RSA-OAEP",
                "token_endpoint_auth_signing_alg | HS256",
            })
    void what_is_not_done_here_is_left_out(String member, String sent) {
        Registration.with(member, '"' + sent + '"')
                .statusCode(201)
                .body("$", not(hasKey(member)))
                .body("replaced.member", contains(member))
                .body("replaced.sent", contains(sent));
    }

    @Test
    @Tag("OIDCR-2")
    void a_web_application_with_a_private_use_scheme_is_registered_as_native() {
        Registration.of(
                        """
                        {"application_type": "web", "redirect_uris": ["edu.example.agent:/redirect"]}\
                        """)
                .statusCode(201)
                .body("application_type", equalTo("native"))
                .body("redirect_uris", contains("edu.example.agent:/redirect"))
                .body("replaced.member", contains("application_type"))
                .body("replaced.sent", contains("web"));
    }

    @Test
    @Tag("OIDCR-2")
    void a_web_application_is_not_sent_tokens_by_a_private_use_scheme() {
        Registration.of(
                        """
                        {"application_type": "web", "redirect_uris": ["edu.example.agent:/redirect"],
                         "grant_types": ["implicit"], "response_types": ["id_token"]}\
                        """)
                .statusCode(400)
                .body("error", equalTo("invalid_redirect_uri"));
    }

    @Test
    @Tag("RFC8252-7.2")
    void a_native_application_may_claim_web_addresses_and_is_given_advice() {
        Registration.of(
                        """
                        {"application_type": "native", "token_endpoint_auth_method": "none",
                         "redirect_uris": ["https://editor.example/redirect", "http://127.0.0.1/",
                           "http://127.0.0.1:33418/"]}\
                        """)
                .statusCode(201)
                .body("application_type", equalTo("native"))
                .body("$", not(hasKey("replaced")))
                .body("lint.rule", hasItem("G014"));
    }

    @Test
    void a_long_value_is_repeated_in_short() {
        Registration.with("scope", "\"openid %s\"".formatted("x".repeat(900)))
                .statusCode(201)
                .body("replaced.sent", contains("x".repeat(100)));
    }

    @Test
    void a_long_value_is_never_cut_within_a_character() {
        Registration.with(
                        "id_token_encrypted_response_alg",
                        '"' + "x".repeat(99) + "\\uD83C\\uDFAC".repeat(2) + '"')
                .statusCode(201)
                .body("replaced.sent", contains("x".repeat(99) + "\uD83C\uDFAC"));
    }

    @Test
    @Tag("RFC7592-2.2")
    void an_update_is_taken_likewise() {
        var registered = Registration.with("scope", "\"openid\"").extract();
        String clientId = registered.path("client_id");

        given().header("Authorization", "Bearer " + registered.path("registration_access_token"))
                .contentType("application/json")
                .body(
                        Map.of(
                                "client_id",
                                clientId,
                                "redirect_uris",
                                new String[] {"https://cine.example/cb"},
                                "scope",
                                "openid mcp:tools"))
                .put("/register/" + clientId)
                .then()
                .statusCode(200)
                .body("scope", equalTo("openid"))
                .body("replaced.sent", contains("mcp:tools"));
    }

    @Test
    void who_asks_for_nothing_that_is_known_is_refused() {
        Registration.with("grant_types", "[\"urn:example:grant\", \"refresh_token\"]")
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_description", startsWith("grant_types: "));
    }
}
