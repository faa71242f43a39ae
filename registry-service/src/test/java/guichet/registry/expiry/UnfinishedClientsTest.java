package guichet.registry.expiry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.registry.deletion.TokenServiceStandIn;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenServiceStandIn.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7591-5")
class UnfinishedClientsTest {
    @Inject UnfinishedClients clients;
    @Inject EntityManager database;

    @BeforeEach
    void nobodyHasGrants() {
        TokenServiceStandIn.hasGrantsOf(200, "");
    }

    @Test
    void a_public_client_that_never_finishes_a_flow_expires_after_a_day() {
        String client = registeredAgo(Duration.ofHours(25), "none");

        clients.expire();

        assertThat(isThere(client)).isFalse();
    }

    @Test
    void within_the_day_it_may_still_finish_one() {
        String client = registeredAgo(Duration.ofHours(23), "none");

        clients.expire();

        assertThat(isThere(client)).isTrue();
    }

    @Test
    void one_that_was_seen_in_use_never_expires_even_when_its_grants_are_gone() {
        String client = registeredAgo(Duration.ofHours(1), "none");
        TokenServiceStandIn.hasGrantsOf(200, "\"" + client + "\"");
        clients.expire();

        TokenServiceStandIn.hasGrantsOf(200, "");
        setIssued(client, Duration.ofDays(100));
        clients.expire();

        assertThat(isThere(client)).isTrue();
    }

    @Test
    void a_client_with_a_secret_does_not_expire() {
        String client = registeredAgo(Duration.ofDays(100), "client_secret_basic");

        clients.expire();

        assertThat(isThere(client)).isTrue();
    }

    @Test
    void none_expires_while_token_service_cannot_say_which_are_in_use() {
        String client = registeredAgo(Duration.ofHours(25), "none");
        TokenServiceStandIn.hasGrantsOf(500, "");

        clients.expire();

        assertThat(isThere(client)).isTrue();
    }

    private String registeredAgo(Duration age, String method) {
        String client =
                given().contentType("application/json")
                        .body(
                                Map.of(
                                        "client_name",
                                        "Cine " + UUID.randomUUID(),
                                        "redirect_uris",
                                        new String[] {"https://cine.example/cb"},
                                        "token_endpoint_auth_method",
                                        method))
                        .post("/register")
                        .path("client_id");
        setIssued(client, age);
        return client;
    }

    @Transactional
    void setIssued(String client, Duration ago) {
        database.createNativeQuery("update client set issued_at = :at where client_id = :client")
                .setParameter("at", Instant.now().minus(ago))
                .setParameter("client", client)
                .executeUpdate();
    }

    private static boolean isThere(String client) {
        return given().header("Authorization", "Bearer the-credential-of-token")
                        .get("/internal/clients/" + client)
                        .statusCode()
                == 200;
    }
}
