package guichet.registry.expiry;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.LockWait;
import guichet.kit.postgres.TestPostgres;
import guichet.registry.client.Locks;
import guichet.registry.deletion.TokenServiceStandIn;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
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
    @Inject ClientExpiry expiry;
    @Inject EntityManager database;
    @Inject DataSource rows;

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

    @Test
    void one_that_is_registered_again_at_this_moment_is_neither_waited_for_nor_deleted()
            throws Exception {
        String again = registeredAgo(Duration.ofHours(25), "none");
        String other = registeredAgo(Duration.ofHours(25), "none");

        try (var expiry = Executors.newSingleThreadExecutor();
                Connection registration = rows.getConnection();
                var statement = registration.createStatement()) {
            registration.setAutoCommit(false);
            statement.execute(
                    "update client set registered_at = now() where client_id = '%s'"
                            .formatted(again));
            expiry.submit(() -> clients.expire()).get(20, TimeUnit.SECONDS);
            registration.commit();
        }

        assertThat(isThere(again)).isTrue();
        assertThat(isThere(other)).isFalse();
    }

    @Test
    void who_registers_one_while_it_is_deleted_waits_for_it_and_has_another() throws Exception {
        String name = "Cine " + UUID.randomUUID();
        String expired = registered(name, "none");
        setRegistered(expired, Duration.ofHours(25));

        Future<String> again;
        try (var people = Executors.newFixedThreadPool(2);
                Connection other = rows.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table outbox in share mode");
            people.submit(() -> clients.expire());
            LockWait.awaitOf(rows, "insert into outbox");
            again = people.submit(() -> registered(name, "none"));
            LockWait.awaitOf(rows, "select c1_0.client_id");
            other.commit();
        }

        assertThat(again.get()).isNotEqualTo(expired);
        assertThat(isThere(again.get())).isTrue();
        assertThat(isThere(expired)).isFalse();
    }

    @Test
    void those_in_use_are_locked_in_the_one_order_of_all_so_that_nobody_waits_for_each_other()
            throws Exception {
        var used = new LinkedHashSet<>(List.of(Locks.LAST, Locks.FIRST));

        Locks.assertByName(database, rows, () -> expiry.keep(used));
    }

    @Test
    void one_that_cannot_be_deleted_keeps_none_of_the_others() throws SQLException {
        String stuck = registeredAgo(Duration.ofHours(25), "none");
        List<String> others =
                Stream.generate(() -> registeredAgo(Duration.ofHours(25), "none"))
                        .limit(5)
                        .toList();
        execute("create table holder as select '%s' as client_id".formatted(stuck));
        execute("alter table holder add foreign key (client_id) references client");

        try {
            clients.expire();
        } finally {
            execute("drop table holder");
        }

        assertThat(isThere(stuck)).isTrue();
        assertThat(others).noneMatch(UnfinishedClientsTest::isThere);
    }

    @Test
    void a_run_ends_when_its_time_is_over_and_the_next_one_does_the_rest() {
        List<String> expired =
                Stream.generate(() -> registeredAgo(Duration.ofHours(25), "none"))
                        .limit(3)
                        .toList();

        clients.expire(Duration.ZERO);
        assertThat(expired).allMatch(UnfinishedClientsTest::isThere);

        clients.expire();
        assertThat(expired).noneMatch(UnfinishedClientsTest::isThere);
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

    private void execute(String statement) throws SQLException {
        try (Connection connection = rows.getConnection();
                var executing = connection.createStatement()) {
            executing.execute(statement);
        }
    }

    private static boolean isThere(String client) {
        return internally()
                        .header("Authorization", "Bearer the-credential-of-token-in-tests")
                        .get("/internal/clients/" + client)
                        .statusCode()
                == 200;
    }
}
