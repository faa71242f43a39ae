package guichet.authorization.people.signin;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.person.Said;
import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-4.3")
class PasswordGrantTest {
    @ParameterizedTest
    @GoldenSource("password-grants-granted")
    void a_good_password_makes_a_grant(Golden golden) {
        Said.of("alice", List.of("critic", "editor"), List.of("staff"));

        Callee.check(
                golden,
                it -> PasswordCall.by(RegistryNeighbour.client(), it),
                "response.grant.grant_id",
                "response.grant.person_id",
                "response.grant.subject",
                "response.grant.granted_at",
                "response.grant.auth_time");
    }

    @ParameterizedTest
    @GoldenSource("password-grants-refused")
    void a_wrong_one_makes_none(Golden golden) {
        Callee.check(golden, PasswordGrantTest::ofNobody);
    }

    @ParameterizedTest
    @GoldenSource("password-grants-throttled")
    void guesses_count_as_on_the_page(Golden golden) {
        Callee.check(golden, PasswordGrantTest::ofGuesser, "response.retry_after");
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

    private static ValidatableResponse tries(String username, String password) {
        Golden attempt = PasswordCall.of(RegistryNeighbour.client(), username, password);
        return Callee.call(attempt).then().statusCode(200);
    }

    @Test
    void what_tokens_are_to_say_of_the_person_comes_with_it() {
        Golden attempt =
                PasswordCall.of(RegistryNeighbour.client(), "alice", "alice-opens-the-door")
                        .with("request.access_token_claims", List.of("email", "name"));

        Callee.call(attempt)
                .then()
                .statusCode(200)
                .body("access_token_claims", equalTo(Map.of("email", "alice@guichet.example")))
                .body("id_token_claims.email_verified", equalTo(true));
    }

    @Test
    void nothing_does_for_who_does_not_ask() {
        Golden attempt =
                PasswordCall.of(RegistryNeighbour.client(), "alice", "alice-opens-the-door")
                        .with("request.userinfo_claims", false)
                        .with("request.access_token_claims", List.of());

        Callee.call(attempt)
                .then()
                .statusCode(200)
                .body("access_token_claims", anEmptyMap())
                .body("id_token_claims", anEmptyMap());
    }

    @Test
    @Tag("OIDCC-11")
    void it_does_not_grant_what_only_a_person_can_approve() {
        Golden attempt =
                PasswordCall.of(RegistryNeighbour.client(), "alice", "alice-opens-the-door")
                        .with("request.scope", "openid offline_access movies:read");

        Callee.call(attempt)
                .then()
                .statusCode(200)
                .body("grant.scope", equalTo("openid movies:read"));
    }

    private static Golden ofNobody(Golden golden) {
        return PasswordCall.ofNobody(RegistryNeighbour.client(), golden);
    }

    private static Golden ofGuesser(Golden golden) {
        Golden guess = ofNobody(golden);
        IntStream.range(0, 5)
                .forEach(_ -> Callee.call(guess).then().body("outcome", equalTo("refused")));
        return guess;
    }
}
