package guichet.registry.registration;

import static guichet.kit.internal.InternalCalls.internally;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7591-2.1")
class ResponseTypesTest {
    private static final String WEB = "https://cine.example/cb";

    @Test
    void a_client_that_names_none_asks_for_codes() {
        registers("[\"authorization_code\"]", "[]", WEB)
                .statusCode(201)
                .body("response_types", contains("code"));
    }

    @Test
    void a_client_that_sends_nobody_here_has_none() {
        registers("[\"client_credentials\"]", "[]", WEB)
                .statusCode(201)
                .body("response_types", empty());
    }

    @Test
    @Tag("OIDCC-15.2")
    void those_of_the_implicit_flow_may_be_registered() {
        registers("[\"implicit\"]", "[\"id_token\", \"token id_token\"]", WEB)
                .statusCode(201)
                .body("grant_types", contains("implicit"))
                .body("response_types", contains("id_token", "id_token token"));
    }

    @Test
    void the_other_services_are_told_of_them() {
        String clientId =
                registers("[\"authorization_code\", \"implicit\"]", "[\"code\", \"id_token\"]", WEB)
                        .extract()
                        .path("client_id");

        internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get("/internal/clients/" + clientId)
                .then()
                .body("grant_types", containsInAnyOrder("authorization_code", "implicit"))
                .body("response_types", containsInAnyOrder("code", "id_token"));
    }

    @Test
    @Tag("RFC9700-2.1.2")
    void whoever_registers_for_tokens_in_addresses_is_advised_against_it() {
        registers("[\"implicit\"]", "[\"id_token token\"]", WEB).body("lint.rule", hasItem("G002"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"authorization_code\"] | [\"id_token\"]       | implicit in grant_types",
                "[\"implicit\"]           | [\"code\"]           | authorization_code in",
                "[\"implicit\"]           | []                   | id_token or",
                "[\"implicit\"]           | [\"token\"]          | token alone is abandoned",
                "[\"authorization_code\"] | [\"code id_token\"]  | each must be code,",
            })
    void what_does_not_go_together_is_refused(String grantTypes, String types, String fault) {
        registers(grantTypes, types, WEB)
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_description", startsWith("response_types: "))
                .body("error_description", containsString(fault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8091/cb", "https://localhost/cb"})
    @Tag("OIDCR-2")
    void tokens_are_not_sent_to_a_web_application_on_localhost(String address) {
        registers("[\"implicit\"]", "[\"id_token\"]", address)
                .statusCode(400)
                .body("error", equalTo("invalid_redirect_uri"))
                .body("error_description", containsString("implicit"));
    }

    @Test
    @Tag("RFC7591-3.2.1")
    void of_all_six_those_that_are_known_are_registered() {
        registers(
                        "[\"authorization_code\", \"implicit\"]",
                        """
                        ["code", "id_token", "token id_token", "code id_token", "code token",
                         "code id_token token"]\
                        """,
                        WEB)
                .statusCode(201)
                .body("response_types", contains("code", "id_token", "id_token token"))
                .body(
                        "replaced.sent",
                        contains("code id_token", "code token", "code id_token token"));
    }

    @Test
    @Tag("RFC7591-2.1")
    void a_response_type_without_its_grant_type_is_left_out_beside_others() {
        registers("[\"authorization_code\"]", "[\"code\", \"id_token\"]", WEB)
                .statusCode(201)
                .body("response_types", contains("code"))
                .body("replaced.why", contains("id_token needs implicit in grant_types"));
    }

    @Test
    void a_client_that_sends_nobody_here_needs_no_response_types() {
        registers("[\"client_credentials\"]", "[\"code\"]", WEB)
                .statusCode(201)
                .body("response_types", empty())
                .body("replaced.member", contains("response_types"));
    }

    @Test
    @Tag("OIDCR-2")
    void a_web_application_on_localhost_is_sent_codes_where_it_asks_for_tokens_too() {
        registers(
                        "[\"authorization_code\", \"implicit\"]",
                        "[\"code\", \"id_token\"]",
                        "http://localhost:8091/cb")
                .statusCode(201)
                .body("grant_types", contains("authorization_code"))
                .body("response_types", contains("code"))
                .body("replaced.member", contains("grant_types", "response_types"))
                .body("lint.rule", not(hasItem("G002")));
    }

    private static ValidatableResponse registers(
            String grantTypes, String responseTypes, String redirectUri) {
        return Registration.of(
                """
                {"client_name": "Ciné Club", "redirect_uris": ["%s"], "grant_types": %s,
                 "response_types": %s}\
                """
                        .formatted(redirectUri, grantTypes, responseTypes));
    }
}
