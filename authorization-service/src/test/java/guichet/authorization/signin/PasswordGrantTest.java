package guichet.authorization.signin;

import static guichet.kit.internal.InternalCalls.internally;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-4.3")
class PasswordGrantTest {
    @Test
    void a_good_password_makes_a_grant() {
        tries("alice", "alice-opens-the-door")
                .body("outcome", equalTo("granted"))
                .body("grant.scope", equalTo("movies:read"))
                .body("grant.subject", notNullValue());
    }

    @Test
    void a_name_is_known_in_any_case() {
        tries("ALICE", "alice-opens-the-door").body("outcome", equalTo("granted"));
    }

    @Test
    void a_wrong_password_and_an_unknown_person_are_refused_alike() {
        tries("alice", "wrong").body("outcome", equalTo("refused"));
        tries("nobody-here", "wrong").body("outcome", equalTo("refused"));
    }

    @Test
    void guesses_count_as_on_the_page() {
        for (int guess = 0; guess < 5; guess++) {
            tries("trudy", "guess-" + guess).body("outcome", equalTo("refused"));
        }

        tries("trudy", "another")
                .body("outcome", equalTo("throttled"))
                .body("retry_after", greaterThan(0));
    }

    @Test
    void what_tokens_are_to_say_of_the_person_comes_with_it() {
        verify(
                        "alice",
                        "alice-opens-the-door",
                        """
                        "openid email", "userinfo_claims": true, "access_token_claims": ["email", "name"]\
                        """)
                .body("access_token_claims", equalTo(Map.of("email", "alice@guichet.example")))
                .body("id_token_claims.email_verified", equalTo(true));
    }

    @Test
    void nothing_does_for_who_does_not_ask() {
        tries("alice", "alice-opens-the-door")
                .body("access_token_claims", anEmptyMap())
                .body("id_token_claims", anEmptyMap());
    }

    private static ValidatableResponse tries(String username, String password) {
        return verify(username, password, "\"movies:read\"");
    }

    private static ValidatableResponse verify(
            String username, String password, String scopeAndMore) {
        return internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .contentType("application/json")
                .body(
                        """
                        {"client_id": "%s", "username": "%s", "password": "%s", "resources": [], "scope": %s}\
                        """
                                .formatted(
                                        RegistryNeighbour.client(),
                                        username,
                                        password,
                                        scopeAndMore))
                .post("/internal/password-grants")
                .then()
                .statusCode(200);
    }
}
