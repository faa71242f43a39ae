package guichet.token.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

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
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What the registry says of scopes that are on offer no more. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EndedScopesTest {
    private static final String SEATS = "http://localhost:8099";
    private static final String MOVIES_AND_SEATS = "\"http://localhost:8090\", \"" + SEATS + "\"";

    private final Instant now = Instant.now();
    private final String client = Neighbours.client();
    private final EntityManager database;
    private final ExpiredGrants expired;
    private final TestClock clock;

    EndedScopesTest(EntityManager database, ExpiredGrants expired, TestClock clock) {
        this.database = database;
        this.expired = expired;
        this.clock = clock;
    }

    @AfterEach
    @Transactional
    void offerThemAgain() {
        database.createNativeQuery("delete from ended_scope").executeUpdate();
        database.createNativeQuery("delete from ended_resource").executeUpdate();
        clock.reset();
    }

    @Test
    void what_a_person_granted_with_one_is_refreshed_no_more_and_its_tokens_are_over() {
        Map<String, String> tokens = granted("movies:read seats:read", MOVIES_AND_SEATS);

        end(now.plusSeconds(10)).statusCode(204);
        end(now.plusSeconds(10)).statusCode(204);

        refresh(tokens).statusCode(400).body("error", equalTo("invalid_grant"));
        TokenCall.introspect(client, tokens.get("access_token")).body("active", equalTo(false));
    }

    @Test
    void what_was_granted_without_one_goes_on() {
        Map<String, String> tokens = granted("movies:read", "");

        end(now.plusSeconds(10));

        refresh(tokens).statusCode(200);
    }

    @Test
    void what_is_granted_afterwards_is_a_new_permission() {
        end(now.minusSeconds(60));

        Map<String, String> tokens = granted("seats:read", "");

        refresh(tokens).statusCode(200);
    }

    @Test
    void what_an_application_has_for_itself_at_the_api_ends_too() {
        String token = asItself().statusCode(200).extract().path("access_token");
        TokenCall.introspect(client, token).body("active", equalTo(true));

        end(now.plusSeconds(10));

        TokenCall.introspect(client, token).body("active", equalTo(false));
    }

    @Test
    void it_has_nothing_there_before_it_is_sure_what_is_on_offer() {
        end(now.plusSeconds(10));

        asItself()
                .statusCode(503)
                .body("error", equalTo("temporarily_unavailable"))
                .body("error_uri", endsWith("/errors/resource-changing"))
                .header("Retry-After", matchesPattern("\\d|10"));
        clock.pass(Duration.ofSeconds(12));

        TokenCall.introspect(client, asItself().statusCode(200).extract().path("access_token"))
                .body("active", equalTo(true));
    }

    @Test
    void an_end_that_comes_after_a_later_one_of_the_same_scopes_ends_what_was_at_its_api() {
        String token = asItself().statusCode(200).extract().path("access_token");

        end("https://elsewhere.example", now.plusSeconds(20)).statusCode(204);
        TokenCall.introspect(client, token).body("active", equalTo(true));
        end(now.plusSeconds(10)).statusCode(204);

        TokenCall.introspect(client, token).body("active", equalTo(false));
    }

    @Test
    void an_end_is_remembered_as_long_as_a_grant_that_it_ended_could_live() {
        asItself().statusCode(200);
        end(now.plusSeconds(10));

        clock.pass(Duration.ofDays(89));
        expired.forget();
        long remembered = ends();
        clock.pass(Duration.ofDays(2));
        expired.forget();

        assertThat(remembered).isEqualTo(2);
        assertThat(ends()).isZero();
    }

    private long ends() {
        return ((Number)
                        database.createNativeQuery(
                                        "select (select count(*) from ended_scope)"
                                                + " + (select count(*) from ended_resource)")
                                .getSingleResult())
                .longValue();
    }

    private ValidatableResponse asItself() {
        return TokenCall.withSecret(
                client, Map.of("grant_type", "client_credentials", "resource", SEATS));
    }

    @Test
    void nobody_but_the_registry_is_heard() {
        Callee.call(message(SEATS, now), "the-credential-of-authorization-in-tests")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @GoldenSource("ended-scopes")
    void it_is_told_as_the_contract_has_it(Golden golden) {
        Callee.check(golden);
    }

    private Map<String, String> granted(String scope, String resources) {
        String grant = Neighbours.grant(UUID.randomUUID(), client, scope, resources);
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

    private ValidatableResponse refresh(Map<String, String> tokens) {
        return TokenCall.refresh(client, tokens.getOrDefault("refresh_token", ""));
    }

    private static ValidatableResponse end(Instant until) {
        return end(SEATS, until);
    }

    private static ValidatableResponse end(String resource, Instant until) {
        return Callee.call(message(resource, until)).then();
    }

    private static Golden message(String resource, Instant until) {
        return Golden.today("ended-scopes")
                .with("request.resource", resource)
                .with("request.until", until.toString());
    }
}
