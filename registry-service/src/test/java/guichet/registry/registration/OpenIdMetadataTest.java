package guichet.registry.registration;

import static guichet.kit.internal.InternalCalls.internally;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata of OpenID Connect Dynamic Client Registration §2. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("OIDC-Registration-2")
class OpenIdMetadataTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "application_type | web",
                "subject_type | pairwise",
                "id_token_signed_response_alg | ES256",
                "id_token_signed_response_alg | EdDSA",
                "userinfo_signed_response_alg | PS256",
                "introspection_signed_response_alg | ES256",
                "request_object_signing_alg | none",
                "request_object_signing_alg | RS512",
                "initiate_login_uri | https://cine.example/begin",
                "logo_uri | https://cine.example/logo.png",
                "policy_uri | https://cine.example/policy",
                "tos_uri | https://cine.example/terms",
                "client_uri | https://cine.example",
                "jwks_uri | https://cine.example/jwks",
                "token_endpoint_auth_signing_alg | ES256",
                "backchannel_logout_uri | https://cine.example/ended",
                "frontchannel_logout_uri | https://cine.example/ended?by=frame",
                "software_id | 4NRB1-0XZABZI9E6-5SM3R",
                "software_version | 2.1",
            })
    void what_is_registered_is_answered(String member, String value) {
        Registration.with(member, '"' + value + '"').statusCode(201).body(member, equalTo(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contacts | ve7jtb@example.org",
                "default_acr_values | urn:guichet:acr:password",
                "request_uris | https://cine.example/request#0UbUjhnp5jDZ",
                "post_logout_redirect_uris | https://cine.example/bye",
                "response_types | code",
            })
    void a_list_that_is_registered_is_answered(String member, String value) {
        Registration.with(member, "[\"%s\"]".formatted(value))
                .statusCode(201)
                .body(member, contains(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "require_auth_time",
                "backchannel_logout_session_required",
                "frontchannel_logout_session_required",
                "require_pkce",
                "require_signed_request_object",
                "userinfo_claims_in_id_token"
            })
    void a_choice_that_is_registered_is_answered(String member) {
        Registration.with(member, "true").statusCode(201).body(member, equalTo(true));
        Registration.with("tos_uri", "null").statusCode(201).body(member, equalTo(false));
    }

    @Test
    @Tag("RFC9101-10.5")
    void who_demands_signed_requests_cannot_register_unsigned_ones() {
        Registration.of(
                        """
                        {"redirect_uris": ["https://cine.example/cb"],
                         "request_object_signing_alg": "none",
                         "require_signed_request_object": true}\
                        """)
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_description", startsWith("require_signed_request_object"));
    }

    @Test
    void what_is_left_out_is_filled_in() {
        Registration.with("default_max_age", "3600")
                .statusCode(201)
                .body("default_max_age", equalTo(3600))
                .body("application_type", equalTo("web"))
                .body("subject_type", equalTo("public"))
                .body("id_token_signed_response_alg", equalTo("RS256"))
                .body("rotate_refresh_tokens", equalTo(true))
                .body("request_uris", empty())
                .body("$", not(hasKeyOf("sector_identifier")))
                .body("$", not(hasKeyOf("introspection_signed_response_alg")))
                .body("$", not(hasKeyOf("userinfo_signed_response_alg")));
    }

    @Test
    void the_other_services_are_told_of_it() {
        lookUp(
                        Registration.of(
                                """
                                {"redirect_uris": ["https://cine.example/cb", "https://cine.example/cb2"],
                                 "subject_type": "pairwise", "default_max_age": 60,
                                 "require_auth_time": true, "default_acr_values": ["1", "2"],
                                 "post_logout_redirect_uris": ["https://cine.example/bye"],
                                 "backchannel_logout_uri": "https://cine.example/ended",
                                 "backchannel_logout_session_required": true,
                                 "introspection_signed_response_alg": "PS256",
                                 "userinfo_claims_in_id_token": true,
                                 "require_signed_request_object": true,
                                 "rotate_refresh_tokens": false, "require_pkce": true}\
                                """))
                .body("subject_type", equalTo("pairwise"))
                .body("sector_identifier", equalTo("cine.example"))
                .body("default_max_age", equalTo(60))
                .body("require_auth_time", equalTo(true))
                .body("userinfo_claims_in_id_token", equalTo(true))
                .body("require_signed_request_object", equalTo(true))
                .body("default_acr_values", contains("1", "2"))
                .body("post_logout_redirect_uris", contains("https://cine.example/bye"))
                .body("backchannel_logout_uri", equalTo("https://cine.example/ended"))
                .body("backchannel_logout_session_required", equalTo(true))
                .body("introspection_signed_response_alg", equalTo("PS256"))
                .body("rotate_refresh_tokens", equalTo(false))
                .body("require_pkce", equalTo(true));
    }

    @Test
    void an_application_with_a_private_use_scheme_is_native() {
        Registration.with("redirect_uris", "[\"com.example.app:/cb\"]")
                .statusCode(201)
                .body("application_type", equalTo("native"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web | https://cine.example/cb",
                "web | http://localhost:8091/cb",
                "web | https://localhost:8443/cb",
                "native | com.example.app:/cb",
                "native | https://cine.example/cb",
                "native | http://127.0.0.1:5000/cb",
                "native | http://localhost/cb",
            })
    void a_redirect_address_of_the_type_is_taken(String type, String address) {
        typed(type, address).statusCode(201).body("application_type", equalTo(type));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subject_type | \"secret\"",
                "request_object_signing_alg | \"HS256\"",
                "response_types | [\"id_token\"]",
                "response_types | [\"code id_token\"]",
                "response_types | [\"token\"]",
                "default_max_age | -1",
                "default_max_age | \"60\"",
                "default_max_age | 1.5",
                "default_max_age | 1e30",
                "require_auth_time | \"yes\"",
                "default_acr_values | \"1\"",
                "initiate_login_uri | \"http://cine.example/begin\"",
                "initiate_login_uri | \"http://localhost/begin\"",
                "request_uris | [\"http://cine.example/request\"]",
                "post_logout_redirect_uris | [\"http://cine.example/bye\"]",
                "post_logout_redirect_uris | [\"javascript:alert(1)\"]",
                "backchannel_logout_uri | \"https://cine.example/ended#x\"",
                "backchannel_logout_uri | \"http://cine.example/ended\"",
                "backchannel_logout_session_required | 1",
                "frontchannel_logout_uri | \"https://other.example/ended\"",
                "frontchannel_logout_uri | \"https://cine.example:8443/ended\"",
                "sector_identifier_uri | \"http://cine.example/sector\"",
                "require_pkce | \"true\"",
            })
    void what_cannot_be_registered_is_named(String member, String json) {
        Registration.with(member, json)
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_description", startsWith(member + ": "));
    }

    @Test
    void pairwise_subjects_need_one_sector() {
        Registration.of(
                        """
                        {"redirect_uris": ["https://one.example/cb", "https://two.example/cb"],
                         "subject_type": "pairwise"}\
                        """)
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_description", containsString("sector_identifier_uri"));
    }

    @Test
    @Tag("RFC9700-2.2.2")
    void a_public_client_cannot_do_without_rotation() {
        Registration.of(
                        """
                        {"redirect_uris": ["https://cine.example/cb"],
                         "token_endpoint_auth_method": "none", "rotate_refresh_tokens": false}\
                        """)
                .statusCode(400)
                .body("error_description", startsWith("rotate_refresh_tokens: "));
    }

    private static ValidatableResponse typed(String type, String address) {
        return Registration.of(
                "{\"application_type\": \"%s\", \"redirect_uris\": [\"%s\"]}"
                        .formatted(type, address));
    }

    private static Matcher<Map<? extends String, ?>> hasKeyOf(String name) {
        return hasKey(name);
    }

    private static ValidatableResponse lookUp(ValidatableResponse registered) {
        String client = registered.statusCode(201).extract().path("client_id");
        return internally()
                .auth()
                .preemptive()
                .oauth2("the-credential-of-token-in-tests")
                .get("/internal/clients/" + client)
                .then()
                .statusCode(200);
    }
}
