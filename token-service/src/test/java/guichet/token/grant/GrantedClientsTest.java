package guichet.token.grant;

import static guichet.kit.internal.InternalCalls.internally;
import static org.hamcrest.Matchers.contains;

import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantedClientsTest {
    @ParameterizedTest
    @GoldenSource("granted-clients")
    void the_registry_is_told_which_clients_have_finished_a_flow(Golden golden) {
        String used = Neighbours.client();
        TokenCall.tokens(used);

        Callee.check(golden.replacing(golden.response().path(0).asText(), used));
    }

    @Test
    @Tag("RFC6749-4.4")
    void a_client_that_acts_as_itself_alone_is_in_use_too() {
        String used = Neighbours.client();
        TokenCall.withSecret(
                        used, Map.of("grant_type", "client_credentials", "scope", "stats:read"))
                .statusCode(200);

        internally()
                .header("Authorization", "Bearer the-credential-of-registry-in-tests")
                .contentType("application/json")
                .body(List.of(used))
                .post("/internal/granted-clients")
                .then()
                .body("", contains(used));
    }

    @Test
    void nobody_else_is_told() {
        internally()
                .contentType("application/json")
                .body(List.of("any"))
                .post("/internal/granted-clients")
                .then()
                .statusCode(401);
    }
}
