package guichet.token.identity;

import static guichet.kit.internal.InternalCalls.internally;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.refresh.TestClock;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("OIDCC-3.1.2.1")
class IdTokenHintEndpointTest {
    private final TestClock clock;

    IdTokenHintEndpointTest(TestClock clock) {
        this.clock = clock;
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void an_id_token_of_ours_says_whom_it_is_about() {
        String client = Neighbours.client();

        read(tokens(client).get("id_token"))
                .statusCode(200)
                .body("subject", equalTo(Neighbours.PERSON))
                .body("client_id", equalTo(client))
                .body("sid", equalTo(Neighbours.SESSION));
    }

    @Test
    void an_expired_one_is_taken_too() {
        String idToken = tokens(Neighbours.client()).get("id_token");

        clock.pass(Duration.ofDays(2));

        read(idToken).statusCode(200);
    }

    @Test
    void an_access_token_is_no_hint() {
        read(tokens(Neighbours.client()).get("access_token")).statusCode(404);
    }

    @Test
    void a_changed_one_is_no_hint() {
        String idToken = tokens(Neighbours.client()).get("id_token");
        int payload = idToken.indexOf('.') + 3;
        char other = idToken.charAt(payload) == 'A' ? 'B' : 'A';

        read(idToken.substring(0, payload) + other + idToken.substring(payload + 1))
                .statusCode(404);
    }

    @Test
    void what_is_no_token_is_no_hint() {
        read("not-a-token").statusCode(404);
    }

    private static ValidatableResponse read(String hint) {
        return internally()
                .header("Authorization", "Bearer the-credential-of-authorization-in-tests")
                .contentType("application/json")
                .body(Map.of("id_token_hint", hint))
                .post("/internal/id-token-hints")
                .then();
    }

    private static Map<String, String> tokens(String client) {
        String grant = Neighbours.grant(UUID.randomUUID(), client, "openid", "");
        return TokenCall.withSecret(
                        client,
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                Neighbours.codeOf(grant)))
                .statusCode(200)
                .extract()
                .path("$");
    }
}
