package guichet.registry.client;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;

import guichet.kit.outbox.Outbox;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import guichet.registry.deletion.TokenServiceStandIn;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client secret that leaked and ends at once. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenServiceStandIn.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EndedSecretTest {
    private Map<String, String> registered = Map.of();

    @Inject Outbox outbox;

    @BeforeEach
    void register() {
        TokenServiceStandIn.takesEndsOfSecrets();
        register("client_secret_basic");
    }

    private void register(String method) {
        registered =
                given().contentType("application/json")
                        .body(
                                Map.of(
                                        "redirect_uris",
                                        new String[] {"https://cine.example/cb"},
                                        "token_endpoint_auth_method",
                                        method))
                        .post("/register")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("$");
    }

    @Test
    void the_new_one_is_the_only_one() {
        String next = replaced("?revoke_previous=true");

        lookUp().body("secret_hashes", contains(OpaqueToken.of(next).sha256()));
    }

    @Test
    void token_service_is_told_of_each_that_was_good() {
        String first = registered.get("client_secret");
        String second = replaced("");

        replaced("?revoke_previous=true");
        outbox.deliverDue().join();
        outbox.deliverDue().join();

        assertThat(timesTold(first)).isPositive();
        assertThat(timesTold(second)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?revoke_previous=false"})
    void without_that_the_one_before_stays_good_and_nobody_is_told(String parameter) {
        replaced(parameter);
        outbox.deliverDue().join();

        lookUp().body("secret_hashes", hasSize(2));
        assertThat(timesTold(registered.get("client_secret"))).isZero();
    }

    @Test
    void one_that_the_server_must_know_ends_as_well() {
        register("client_secret_jwt");

        String next = replaced("?revoke_previous=true");
        outbox.deliverDue().join();

        asToken("/shared-secrets").body("$", contains(next));
        assertThat(timesTold(registered.get("client_secret"))).isPositive();
    }

    @Test
    void a_word_that_is_neither_true_nor_false_leaves_all_as_it_is() {
        replacing("?revoke_previous=1")
                .statusCode(400)
                .body("error_uri", endsWith("/errors/parameter-malformed"));

        lookUp().body("secret_hashes", hasSize(1));
    }

    private String replaced(String parameter) {
        return replacing(parameter).statusCode(200).extract().path("client_secret");
    }

    private ValidatableResponse replacing(String parameter) {
        return given().header(
                        "Authorization", "Bearer " + registered.get("registration_access_token"))
                .post("/register/" + registered.get("client_id") + "/secret" + parameter)
                .then();
    }

    private static int timesTold(String secret) {
        return TokenServiceStandIn.timesToldOfSecret(OpaqueToken.of(secret).sha256());
    }

    private ValidatableResponse lookUp() {
        return asToken("");
    }

    private ValidatableResponse asToken(String more) {
        return internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get("/internal/clients/" + registered.get("client_id") + more)
                .then()
                .statusCode(200);
    }
}
