package guichet.token.identity;

import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
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
import org.junit.jupiter.params.ParameterizedTest;

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

    @ParameterizedTest
    @GoldenSource("id-token-hints")
    void an_id_token_of_ours_says_whom_it_is_about(Golden golden) {
        String client = Neighbours.client();
        String idToken = tokens(client).get("id_token");

        Callee.check(
                golden.with("request.id_token_hint", idToken)
                        .with("response.subject", Neighbours.PERSON)
                        .with("response.client_id", client)
                        .with("response.sid", Neighbours.SESSION));
    }

    @ParameterizedTest
    @GoldenSource("id-token-hints-foreign")
    void what_others_signed_is_no_hint(Golden golden) {
        Callee.check(golden);
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

    private static ValidatableResponse read(String hint) {
        return Callee.call(Golden.today("id-token-hints").with("request.id_token_hint", hint))
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
