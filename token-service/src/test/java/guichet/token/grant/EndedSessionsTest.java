package guichet.token.grant;

import static guichet.kit.internal.InternalCalls.internally;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.refresh.TestClock;
import guichet.token.request.TokenCall;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What authorization-service says of sessions that are over, in one message however many. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EndedSessionsTest {
    private final UUID session = UUID.randomUUID();
    private final UUID grant = UUID.randomUUID();
    private final String client = Neighbours.client();

    private final Grants grants;
    private final ExpiredGrants expired;
    private final TestClock clock;
    private final EntityManager database;

    EndedSessionsTest(
            Grants grants, ExpiredGrants expired, TestClock clock, EntityManager database) {
        this.grants = grants;
        this.expired = expired;
        this.clock = clock;
        this.database = database;
    }

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void what_was_granted_in_a_session_ends_with_it() {
        String token = granted();
        StatusIndex place = grants.findAlive(grant).orElseThrow().status();

        ends(false).statusCode(204);

        isRefused(token);
        assertThat(grants.endedIn(place.list()).get(place.position())).isTrue();
    }

    @Test
    void so_does_what_arrives_afterwards() {
        ends(false).statusCode(204);

        isRefused(granted());
    }

    @Test
    void another_session_goes_on_and_what_was_granted_in_none() {
        String other = grantedIn(UUID.randomUUID());
        String client = Neighbours.client();
        String inNone = TokenCall.refreshToken(client);

        ends(false).statusCode(204);

        refresh(other).statusCode(200);
        TokenCall.refresh(client, inNone).statusCode(200);
    }

    @Test
    void what_was_meant_to_outlive_the_session_does_unless_that_is_said() {
        String kept = granted();
        meansToOutliveIt();

        ends(false).statusCode(204);

        refresh(kept).statusCode(200);
    }

    @Test
    void if_it_is_said_it_ends_as_well() {
        String token = granted();
        meansToOutliveIt();

        ends(true).statusCode(204);

        isRefused(token);
    }

    @Test
    void being_told_twice_is_being_told_once() {
        ends(false).statusCode(204);
        ends(false).statusCode(204);
    }

    @Test
    void an_end_is_remembered_as_long_as_a_grant_that_it_ended_could_live() {
        granted();
        ends(false);

        clock.pass(Duration.ofDays(89));
        expired.forget();
        long remembered = ended();
        clock.pass(Duration.ofDays(2));
        expired.forget();

        assertThat(remembered).isEqualTo(1);
        assertThat(ended()).isZero();
    }

    @Test
    void a_thousand_are_taken_at_once_and_no_more() {
        List<UUID> many = Stream.generate(UUID::randomUUID).limit(1000).toList();
        List<UUID> tooMany = Stream.concat(many.stream(), Stream.of(session)).toList();

        post(told(many, false)).statusCode(204);
        post(told(tooMany, false))
                .statusCode(400)
                .body("error_uri", endsWith("/errors/parameter-too-long"));

        assertThat(ended()).isZero();
    }

    @Test
    void only_authorization_service_may_say_so_and_has_to_say_why() {
        post(internally(), told(List.of(session), false)).statusCode(401);
        post(internally("the-credential-of-registry-in-tests"), told(List.of(session), false))
                .statusCode(401);
        post(Golden.today("ended-sessions").without("request.reason").request()).statusCode(400);
    }

    @ParameterizedTest
    @GoldenSource("ended-sessions")
    void it_is_told_as_the_contract_has_it(Golden golden) {
        Callee.check(golden);
    }

    private String granted() {
        return grantedIn(session);
    }

    private String grantedIn(UUID sid) {
        UUID id = sid.equals(session) ? grant : UUID.randomUUID();
        String told = Neighbours.grantOf(UUID.randomUUID(), Instant.now(), id, client, sid);
        var code = Map.of("grant_type", "authorization_code", "code", Neighbours.codeOf(told));
        return requireNonNull(
                TokenCall.withSecret(client, code)
                        .statusCode(200)
                        .extract()
                        .<String>path("refresh_token"));
    }

    private void meansToOutliveIt() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        "update token_grant set scope = scope || ' offline_access'"
                                                + " where id = :id")
                                .setParameter("id", grant)
                                .executeUpdate());
    }

    private ValidatableResponse refresh(String token) {
        return TokenCall.refresh(client, token);
    }

    private void isRefused(String token) {
        refresh(token).statusCode(400).body("error", equalTo("invalid_grant"));
    }

    private ValidatableResponse ends(boolean offlineToo) {
        return post(told(List.of(session), offlineToo));
    }

    private static JsonNode told(List<UUID> sids, boolean offlineToo) {
        return Golden.today("ended-sessions")
                .with("request.sids", sids)
                .with("request.offline_access", offlineToo)
                .request();
    }

    private static ValidatableResponse post(JsonNode body) {
        return post(internally("the-credential-of-authorization-in-tests"), body);
    }

    private static ValidatableResponse post(RequestSpecification call, JsonNode body) {
        return call.contentType("application/json")
                .body(body.toString())
                .post("/internal/ended-sessions")
                .then();
    }

    private long ended() {
        return (Long)
                database.createNativeQuery(
                                "select count(*) from ended_session where sid = :sid", Long.class)
                        .setParameter("sid", session)
                        .getSingleResult();
    }
}
