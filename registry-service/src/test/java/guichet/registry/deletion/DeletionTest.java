package guichet.registry.deletion;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.outbox.Outbox;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.persistence.EntityManager;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenServiceStandIn.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeletionTest {
    /** So often an attempt calls before it fails. */
    private static final int CALLS = 3;

    private final Outbox outbox;
    private final EntityManager database;
    private String client;
    private String token;

    DeletionTest(Outbox outbox, EntityManager database) {
        this.outbox = outbox;
        this.database = database;
    }

    @BeforeEach
    void register() {
        TokenServiceStandIn.answers(204);
        Map<String, String> registered =
                given().contentType("application/json")
                        .body(
                                """
                                {"client_name": "Short", "grant_types": ["client_credentials"]}\
                                """)
                        .post("/register")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("$");
        client = registered.get("client_id");
        token = registered.get("registration_access_token");
    }

    @Test
    @Tag("RFC7592-2.3")
    void a_deleted_client_is_gone_and_token_service_is_told_once() {
        delete(token).statusCode(204);
        tell();
        tell();

        internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get("/internal/clients/" + client)
                .then()
                .statusCode(404);
        assertThat(TokenServiceStandIn.timesTold(client)).isEqualTo(1);
        delete(token).statusCode(401);
    }

    @Test
    @Tag("RFC7592-2.3")
    void a_client_that_is_deleted_several_times_at_once_is_deleted_once() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> deletions =
                    Collections.nCopies(8, () -> delete(token).extract().statusCode());

            List<Integer> statuses =
                    threads.invokeAll(deletions).stream().map(Future::resultNow).toList();

            assertThat(statuses).containsOnly(204, 401).containsOnlyOnce(204);
        }
    }

    @Test
    void token_service_is_told_until_it_has_confirmed() {
        TokenServiceStandIn.answers(500);
        delete(token).statusCode(204);
        tell();
        rest();
        tell();

        TokenServiceStandIn.answers(204);
        rest();
        tell();
        tell();

        assertThat(TokenServiceStandIn.timesTold(client)).isEqualTo(CALLS + CALLS + 1);
    }

    @Test
    @Tag("RFC7592-2.3")
    void another_token_deletes_nothing() {
        delete("grg_wrong").statusCode(401);
        tell();

        assertThat(TokenServiceStandIn.timesTold(client)).isZero();
    }

    private void tell() {
        outbox.deliverDue().join();
    }

    /** As if the time between two attempts had passed. */
    private void rest() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery("update outbox set due_at = asked_at")
                                .executeUpdate());
    }

    private ValidatableResponse delete(String with) {
        return given().header("Authorization", "Bearer " + with)
                .delete("/register/" + client)
                .then();
    }
}
