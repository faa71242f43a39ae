package guichet.registry.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(InitialAccessTest.NotOpen.class)
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7591-3")
class InitialAccessTest {
    private static final String TOKEN = "git_an-initial-access-token-of-the-tests";

    @Inject EntityManager database;

    @Test
    void without_a_token_it_is_asked_for() {
        register("")
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("error_description", containsString("initial access token"))
                .body(
                        "error_uri",
                        equalTo("http://localhost:8080/errors/initial-access-token-missing"));
    }

    @Test
    void another_token_is_refused() {
        register("Bearer another")
                .statusCode(401)
                .header(
                        "WWW-Authenticate",
                        "Bearer error=\"invalid_token\","
                                + " error_description=\"this is not an initial access token of this deployment, or no longer\","
                                + " error_uri=\"http://localhost:8080/errors/initial-access-token-wrong\"")
                .body("error", equalTo("invalid_token"));
    }

    @Test
    void the_token_opens_registration() {
        register("Bearer " + TOKEN).statusCode(201);
    }

    @Test
    @Tag("RFC7591-5")
    void who_was_let_in_by_a_token_is_not_one_of_those_that_expire() {
        String client = register("Bearer " + TOKEN).extract().path("client_id");

        var openly =
                database.createNativeQuery(
                                "select registered_openly from client where client_id = :client")
                        .setParameter("client", client)
                        .getSingleResult();

        assertThat(openly).isEqualTo(false);
    }

    @Test
    void the_word_bearer_is_read_in_any_case() {
        register("bearer " + TOKEN).statusCode(201);
    }

    private static ValidatableResponse register(String authorization) {
        var request = given().contentType("application/json");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return request.body(
                        """
                        {"client_name": "Ciné Club", "redirect_uris": ["https://cine.example/cb"]}\
                        """)
                .post("/register")
                .then();
    }

    public static class NotOpen implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "guichet.registration.open",
                    "false",
                    "guichet.registration.initial-access-tokens",
                    TOKEN);
        }
    }
}
