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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"none", "client_secret_basic", "client_secret_post"})
    void a_client_that_never_finishes_a_flow_expires_after_a_day(String method) {
        String client = registeredAgo(Duration.ofHours(25), method);

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
        setRegistered(client, Duration.ofDays(100));
        clients.expire();

        assertThat(isThere(client)).isTrue();
    }

    @Test
    void a_client_with_a_secret_stays_once_it_was_given_a_token() {
        String client = registeredAgo(Duration.ofDays(100), "client_secret_basic");
        TokenServiceStandIn.hasGrantsOf(200, "\"" + client + "\"");

        clients.expire();

        assertThat(isThere(client)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"29, true", "31, false"})
    void one_that_was_let_in_by_a_token_of_the_operator_has_a_month(int days, boolean stays) {
        String client = registeredAgo(Duration.ofDays(days), "client_secret_basic");
        change("update client set registered_openly = false where client_id = :client", client);

        clients.expire();

        assertThat(isThere(client)).isEqualTo(stays);
    }

    @Test
    void one_that_the_settings_declare_stays() {
        String client = registeredAgo(Duration.ofDays(100), "client_secret_basic");
        change("update client set declared = true where client_id = :client", client);

        clients.expire();

        assertThat(isThere(client)).isTrue();
        change("delete from client where client_id = :client", client);
    }

    @Test
    void the_client_as_which_an_api_asks_about_tokens_stays() {
        String client = registeredAgo(Duration.ofDays(100), "client_secret_basic");
        change("update resource set client_id = :client where name = 'movies'", client);

        clients.expire();

        assertThat(isThere(client)).isTrue();
        change("update resource set client_id = null where client_id = :client", client);
    }

    @Test
    void none_expires_while_token_service_cannot_say_which_are_in_use() {
        String client = registeredAgo(Duration.ofHours(25), "none");
        TokenServiceStandIn.hasGrantsOf(500, "");

        clients.expire();

        assertThat(isThere(client)).isTrue();
    }

    @Test
    void who_registers_the_same_again_has_another_day() {
        String name = "Cine " + UUID.randomUUID();
        String client = registered(name, "none");
        setRegistered(client, Duration.ofHours(25));

        assertThat(registered(name, "none")).isEqualTo(client);
        clients.expire();

        assertThat(isThere(client)).isTrue();
    }

    private String registeredAgo(Duration age, String method) {
        String client = registered("Cine " + UUID.randomUUID(), method);
        setRegistered(client, age);
        return client;
    }

    private static String registered(String name, String method) {
        return given().contentType("application/json")
                .body(
                        Map.of(
                                "client_name",
                                name,
                                "redirect_uris",
                                new String[] {"https://cine.example/cb"},
                                "token_endpoint_auth_method",
                                method))
                .post("/register")
                .path("client_id");
    }

    @Transactional
    void setRegistered(String client, Duration ago) {
        database.createNativeQuery(
                        "update client set registered_at = :at where client_id = :client")
                .setParameter("at", Instant.now().minus(ago))
                .setParameter("client", client)
                .executeUpdate();
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
