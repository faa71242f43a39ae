package guichet.registry.registration;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.postgres.TestPostgres;
import guichet.resource.issuer.TestIssuer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(NotOpen.class)
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(TestIssuer.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenFlowsTest {
    @Inject InvitingAdministrator administrator;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "password | \"password\" | []",
                "password | \"authorization_code\", \"password\" | []",
                "implicit | \"implicit\" | [\"id_token\"]",
                "implicit | \"authorization_code\", \"implicit\" | [\"code\", \"id_token\"]"
            })
    @Tag("RFC9700-2.4")
    void a_flow_that_no_setting_opens_is_refused_to_whoever_registers(
            String named, String grantTypes, String responseTypes) {
        given().contentType("application/json")
                .header("Authorization", "Bearer " + administrator.invites())
                .body(
                        """
                        {"redirect_uris": ["https://cine.example/cb"], "grant_types": [%s],
                         "response_types": %s}\
                        """
                                .formatted(grantTypes, responseTypes))
                .post("/register")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_description", startsWith("grant_types: " + named + " is not open"))
                .body("error_uri", endsWith("/errors/grant-type-not-open"));
    }

    @Test
    void a_client_that_the_settings_declare_has_it() {
        asToken("/internal/clients/" + NotOpen.KIOSK)
                .statusCode(200)
                .body("grant_types", contains("password"))
                .body("standing", equalTo("declared"));
    }

    @Test
    @Tag("RFC8414-2")
    void on_offer_is_what_is_open_and_what_declared_clients_have() {
        asToken("/internal/flows")
                .statusCode(200)
                .body(
                        "grant_types",
                        containsInAnyOrder(
                                "authorization_code",
                                "client_credentials",
                                "refresh_token",
                                "password"))
                .body("response_types", contains("code"));
    }

    private static ValidatableResponse asToken(String path) {
        return internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get(path)
                .then();
    }
}
