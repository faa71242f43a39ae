package guichet.token.grant;

import static guichet.kit.internal.InternalCalls.internally;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What the registry says of a client that was deleted, while its answers are still remembered. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EndedClientsTest {
    private static final Map<String, String> CLIENT_CREDENTIALS =
            Map.of("grant_type", "client_credentials");

    @Test
    void its_grants_end() {
        String client = Neighbours.client();
        String refreshToken = TokenCall.refreshToken(client);

        end(client);

        TokenCall.refresh(client, refreshToken)
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
    }

    @Test
    void a_code_that_was_under_way_gives_nothing() {
        String client = Neighbours.client();
        String code = Neighbours.code(client);

        end(client);

        TokenCall.withSecret(client, Map.of("grant_type", "authorization_code", "code", code))
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
    }

    @Test
    void it_acts_no_more_as_itself() {
        String client = Neighbours.client();
        TokenCall.withSecret(client, CLIENT_CREDENTIALS).statusCode(200);

        end(client);

        TokenCall.withSecret(client, CLIENT_CREDENTIALS)
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
    }

    @Test
    void another_client_goes_on() {
        String other = Neighbours.client();
        String refreshToken = TokenCall.refreshToken(other);

        end(Neighbours.client());

        TokenCall.refresh(other, refreshToken).statusCode(200);
    }

    @Test
    void being_told_twice_is_being_told_once() {
        String client = Neighbours.client();

        end(client);
        end(client);
    }

    @Test
    void only_the_registry_may_say_so() {
        internally().put("/internal/ended-clients/any").then().statusCode(401);
    }

    @ParameterizedTest
    @GoldenSource("ended-clients")
    void it_is_told_as_the_contract_has_it(Golden golden) {
        Callee.check(golden);
    }

    private static void end(String client) {
        Golden told = Golden.today("ended-clients");
        Callee.call(told.replacing(told.subject(), client)).then().statusCode(204);
    }
}
