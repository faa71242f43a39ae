package guichet.registry.expiry;

import static guichet.kit.internal.InternalCalls.internally;
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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenServiceStandIn.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnusedClientsTest {
    @Inject UnusedClients clients;
    @Inject UnfinishedClients unfinished;
    @Inject EntityManager database;

    @BeforeEach
    void nobodyHasGrants() {
        TokenServiceStandIn.hasGrantsOf(200, "");
    }

    @Test
    void one_whose_last_grant_is_long_over_expires_although_it_was_in_use() {
        String client = lastUsed(Duration.ofDays(181));

        clients.expire();

        assertThat(isThere(client)).isFalse();
    }

    @Test
    void for_half_a_year_its_people_may_stay_away() {
        String client = lastUsed(Duration.ofDays(179));

        clients.expire();

        assertThat(isThere(client)).isTrue();
    }

    @Test
    void one_that_is_seen_in_use_again_has_another_half_year() {
        String client = lastUsed(Duration.ofDays(181));
        TokenServiceStandIn.hasGrantsOf(200, "\"" + client + "\"");
        clients.expire();

        TokenServiceStandIn.hasGrantsOf(200, "");
        clients.expire();

        assertThat(isThere(client)).isTrue();
    }

    @Test
    void one_that_is_registered_again_has_another_half_year_for_its_first_flow() {
        String name = "Shared " + UUID.randomUUID();
        String client = shared(name);
        inUse(client);
        setLastUsed(client, Duration.ofDays(181));

        String again = shared(name);
        clients.expire();

        assertThat(again).isEqualTo(client);
        assertThat(isThere(client)).isTrue();
        change("update client set registered_at = last_used_at where client_id = :client", client);
        clients.expire();
        assertThat(isThere(client)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"registered_openly = false", "declared = true"})
    void one_that_somebody_answers_for_stays(String change) {
        String client = lastUsed(Duration.ofDays(1_000));
        change("update client set " + change + " where client_id = :client", client);

        clients.expire();

        assertThat(isThere(client)).isTrue();
        change("delete from client where client_id = :client", client);
    }

    @Test
    void none_expires_while_token_service_cannot_say_which_are_in_use() {
        String client = lastUsed(Duration.ofDays(181));
        TokenServiceStandIn.hasGrantsOf(500, "");

        clients.expire();

        assertThat(isThere(client)).isTrue();
        change("delete from client where client_id = :client", client);
    }

    /** It registered itself, has given itself one token, and was seen to have it. */
    private String lastUsed(Duration ago) {
        String client =
                given().contentType("application/json")
                        .body(
                                """
                                {"client_name": "Filler %s", "grant_types": ["client_credentials"]}\
                                """
                                        .formatted(UUID.randomUUID()))
                        .post("/register")
                        .path("client_id");
        inUse(client);
        setLastUsed(client, ago);
        return client;
    }

    private static String shared(String name) {
        return given().contentType("application/json")
                .body(
                        """
                        {"client_name": "%s", "redirect_uris": ["https://shared.example/cb"],
                         "token_endpoint_auth_method": "none"}\
                        """
                                .formatted(name))
                .post("/register")
                .path("client_id");
    }

    private void inUse(String client) {
        TokenServiceStandIn.hasGrantsOf(200, "\"" + client + "\"");
        unfinished.expire();
        TokenServiceStandIn.hasGrantsOf(200, "");
    }

    @Transactional
    void setLastUsed(String client, Duration ago) {
        int rows =
                database.createNativeQuery(
                                "update client set last_used_at = :at, registered_at = :at"
                                        + " where client_id = :client and last_used_at is not null")
                        .setParameter("at", Instant.now().minus(ago))
                        .setParameter("client", client)
                        .executeUpdate();
        assertThat(rows).isEqualTo(1);
    }

    @Transactional
    void change(String statement, String client) {
        database.createNativeQuery(statement).setParameter("client", client).executeUpdate();
    }

    private static boolean isThere(String client) {
        return internally()
                        .header("Authorization", "Bearer the-credential-of-token-in-tests")
                        .get("/internal/clients/" + client)
                        .statusCode()
                == 200;
    }
}
