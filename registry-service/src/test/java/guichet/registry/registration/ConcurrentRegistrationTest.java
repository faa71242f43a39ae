package guichet.registry.registration;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.LockWait;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.persistence.EntityManager;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Applications that register, and manage themselves, while an administrator changes APIs. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConcurrentRegistrationTest {
    private static final String BOX_OFFICE =
            """
            "client_name": "Box office", "scope": "openid pit:read",
            "redirect_uris": ["https://box.example/cb"]\
            """;

    private static final String REGISTERING = "select pg_advisory_xact_lock_shared";

    private final EntityManager database;
    private final DataSource rows;
    private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

    ConcurrentRegistrationTest(EntityManager database, DataSource rows) {
        this.database = database;
        this.rows = rows;
    }

    @BeforeEach
    void offer() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    execute(
                            "insert into resource (name, identifier, title)"
                                    + " values ('pit', 'https://pit.example', 'Pit')");
                    execute(
                            "insert into resource_scope (name, resource, position, words,"
                                    + " granted_to, since) values ('pit:read', 'pit', 0,"
                                    + " '{\"en\": \"See the pit\"}', '{person}', now())");
                });
    }

    @AfterEach
    void end() {
        QuarkusTransaction.requiringNew()
                .run(() -> execute("delete from resource where name = 'pit'"));
        others.close();
    }

    @Test
    @Tag("RFC7591-3.2.2")
    void nobody_registers_for_a_scope_that_goes_at_this_moment() throws Exception {
        Response answer =
                whileTheApiGoes(REGISTERING, () -> register("{%s}".formatted(BOX_OFFICE)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("error_uri")).endsWith("/errors/scope-not-on-offer");
        assertThat(usersOfThePit()).isZero();
    }

    @Test
    @Tag("RFC7592-2.2")
    void nobody_changes_to_a_scope_that_goes_at_this_moment() throws Exception {
        Response client = register("{%s}".formatted(BOX_OFFICE.replace("pit:read", "")));

        Response answer =
                whileTheApiGoes(
                        REGISTERING,
                        () ->
                                managing(client)
                                        .contentType("application/json")
                                        .body(
                                                "{\"client_id\": \"%s\", %s}"
                                                        .formatted(id(client), BOX_OFFICE))
                                        .put("/register/" + id(client)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(usersOfThePit()).isZero();
    }

    @Test
    @Tag("RFC7592-3")
    void the_first_use_of_a_new_token_undoes_nothing_that_changes_at_this_moment()
            throws Exception {
        Response client = register("{%s}".formatted(BOX_OFFICE));
        Response replaced =
                managing(client)
                        .contentType("application/json")
                        .body("{\"client_id\": \"%s\", %s}".formatted(id(client), BOX_OFFICE))
                        .put("/register/" + id(client));

        Response seen =
                whileTheApiGoes(
                        "update client", () -> managing(replaced).get("/register/" + id(client)));

        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(usersOfThePit()).isZero();
        internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get("/internal/clients/" + id(client))
                .then()
                .statusCode(200);
    }

    /** As by force: its users lose its scope, too. */
    private Response whileTheApiGoes(String waiting, Callable<Response> call) throws Exception {
        Future<Response> answer =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            database.createNativeQuery("select pg_advisory_xact_lock(8707)")
                                    .getSingleResult();
                            execute("delete from resource where name = 'pit'");
                            execute(
                                    "update client set metadata = jsonb_set(metadata,"
                                            + " array['scope'], '\"openid\"') where metadata ->>"
                                            + " 'scope' like '%pit:read%'");
                            Future<Response> started = others.submit(call);
                            LockWait.awaitOf(rows, waiting);
                            return started;
                        });
        return answer.get();
    }

    private long usersOfThePit() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        (Long)
                                database.createNativeQuery(
                                                "select count(*) from client where metadata ->>"
                                                        + " 'scope' like '%pit:read%'",
                                                Long.class)
                                        .getSingleResult());
    }

    private void execute(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }

    private static Response register(String body) {
        return given().contentType("application/json").body(body).post("/register");
    }

    private static RequestSpecification managing(Response answer) {
        return given().header(
                        "Authorization", "Bearer " + answer.path("registration_access_token"));
    }

    private static String id(Response client) {
        return client.path("client_id");
    }
}
