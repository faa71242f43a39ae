package guichet.registry.signing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.registry.deletion.TokenServiceStandIn;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What token-service is told of the algorithms that clients register for. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenServiceStandIn.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningAlgorithmsTest {
    @Test
    void token_service_is_told_until_it_has_confirmed_and_a_registration_never_fails_for_it() {
        int before = TokenServiceStandIn.timesToldOfAlgorithm("EdDSA");
        TokenServiceStandIn.makesKeys(500);
        registered("id_token_signed_response_alg", "EdDSA");
        TokenServiceStandIn.makesKeys(204);
        registered("userinfo_signed_response_alg", "EdDSA");
        registered("id_token_signed_response_alg", "EdDSA");

        assertThat(TokenServiceStandIn.timesToldOfAlgorithm("EdDSA")).isEqualTo(before + 2);
    }

    @Test
    void a_client_that_chooses_another_algorithm_later_is_told_of_too() {
        TokenServiceStandIn.makesKeys(204);
        int before = TokenServiceStandIn.timesToldOfAlgorithm("PS256");
        JsonPath client = registered("id_token_signed_response_alg", "ES256");

        given().header("Authorization", "Bearer " + client.get("registration_access_token"))
                .contentType("application/json")
                .body(
                        """
                        {"client_id": "%s", "redirect_uris": ["https://cine.example/cb"],
                         "introspection_signed_response_alg": "PS256"}\
                        """
                                .formatted(client.getString("client_id")))
                .put("/register/" + client.get("client_id"))
                .then()
                .statusCode(200);

        assertThat(TokenServiceStandIn.timesToldOfAlgorithm("PS256")).isEqualTo(before + 1);
    }

    @Test
    void nothing_is_said_of_algorithms_whose_keys_are_always_there() {
        registered("id_token_signed_response_alg", "RS256");
        registered("userinfo_signed_response_alg", "ES256");

        assertThat(TokenServiceStandIn.timesToldOfAlgorithm("RS256")).isZero();
        assertThat(TokenServiceStandIn.timesToldOfAlgorithm("ES256")).isZero();
    }

    private static JsonPath registered(String member, String algorithm) {
        return given().contentType("application/json")
                .body(
                        """
                        {"redirect_uris": ["https://cine.example/cb"], "%s": "%s"}\
                        """
                                .formatted(member, algorithm))
                .post("/register")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
