package guichet.registry.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import guichet.registry.initialaccesstoken.InitialAccessTokens;
import guichet.registry.registration.RegistrationAuthorization.Decision;
import guichet.resource.issuer.TestIssuer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NotOpen.class)
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(TestIssuer.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7591-3")
class RegistrationAuthorizationTest {
    private static final String TOKEN = "git_an-initial-access-token-of-the-tests";

    @Inject EntityManager database;
    @Inject InitialAccessTokens tokens;
    @Inject RegistrationLimit limit;

    /** As an administrator does. */
    @BeforeEach
    @Transactional
    void makeToken() {
        database.createNativeQuery(
                        "insert into initial_access_token (id, sha256, note, created_at)"
                                + " values (gen_random_uuid(), :sha256, '', now())"
                                + " on conflict do nothing")
                .setParameter("sha256", OpaqueToken.of(TOKEN).sha256())
                .executeUpdate();
    }

    @Test
    void without_a_token_it_is_asked_for() {
        register("")
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("error_description", containsString("initial access token"))
                .body("error_uri", endsWith("/errors/initial-access-token-missing"));
    }

    @Test
    void another_token_is_refused() {
        register("Bearer another")
                .statusCode(401)
                .header(
                        "WWW-Authenticate",
                        "Bearer error=\"invalid_token\","
                                + " error_description=\"this is not an initial access token of this deployment, or no longer\","
                                + " error_uri=\""
                                + TestIssuer.address()
                                + "/errors/initial-access-token-wrong\"")
                .body("error", equalTo("invalid_token"));
    }

    @Test
    void the_token_opens_registration() {
        register("Bearer " + TOKEN).statusCode(201);
    }

    @Test
    void a_token_that_the_settings_hold_opens_it_as_often_as_it_comes() {
        var registration = configuredWith("git_a-token-that-the-settings-of-the-tests-hold");
        String authorization = "Bearer git_a-token-that-the-settings-of-the-tests-hold";

        assertThat(registration.decide(authorization)).isEqualTo(Decision.ALLOWED);
        assertThat(registration.spend(authorization)).isTrue();
        assertThat(registration.spend(authorization)).isTrue();
    }

    @Test
    void beside_it_any_other_is_refused() {
        var registration = configuredWith("git_a-token-that-the-settings-of-the-tests-hold");

        assertThat(registration.decide("Bearer another")).isEqualTo(Decision.TOKEN_WRONG);
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

    private RegistrationAuthorization configuredWith(String setting) {
        var settings =
                new SmallRyeConfigBuilder()
                        .withMapping(RegistrationConfig.class)
                        .withDefaultValue("guichet.registration.initial-access-tokens", setting)
                        .build();
        return new RegistrationAuthorization(
                settings.getConfigMapping(RegistrationConfig.class), tokens, limit, (_, _) -> {});
    }
}
