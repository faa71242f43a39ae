package guichet.token.grant;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantedClientsTest {
    @Test
    void the_registry_is_told_which_clients_have_finished_a_flow() {
        String used = Neighbours.client();
        TokenCall.tokens(used);
        String unused = Neighbours.client();

        given().header("Authorization", "Bearer the-credential-of-registry")
                .contentType("application/json")
                .body(List.of(used, unused))
                .post("/internal/granted-clients")
                .then()
                .statusCode(200)
                .body("", contains(used));
    }

    @Test
    void nobody_else_is_told() {
        given().contentType("application/json")
                .body(List.of("any"))
                .post("/internal/granted-clients")
                .then()
                .statusCode(401);
    }
}
