package guichet.token.grant;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What authorization-service says of all grants of a person, in one message however many. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantEndsTest {
    private final Instant now = Instant.now();
    private final Instant before = now.minusSeconds(60);
    private final Instant later = now.plusSeconds(60);

    private final UUID person = UUID.randomUUID();
    private final UUID grant = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
    private final String client = Neighbours.client();

    private final Grants grants;
    private final ExpiredGrants expired;
    private final TestClock clock;
    private final EntityManager database;

    GrantEndsTest(Grants grants, ExpiredGrants expired, TestClock clock, EntityManager database) {
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
    void what_the_person_had_granted_is_refreshed_no_more() {
        var tokens = granted(before);

        endsAll(now);

        isRefused(refresh(tokens));
    }

    @Test
    void whoever_asks_about_its_tokens_is_told_that_they_are_over() {
        var tokens = granted(before);
        Neighbours.tellsClaims(grant, "{}");

        endsAll(now);

        TokenCall.introspect(client, tokens.get("access_token")).body("active", equalTo(false));
        TokenCall.introspect(client, tokens.get("refresh_token")).body("active", equalTo(false));
        given().auth()
                .oauth2(tokens.get("access_token"))
                .get("/userinfo")
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_token"));
    }

    @Test
    void the_status_list_says_so_to_who_asks_nobody() {
        granted(before);
        StatusIndex place = grants.findAlive(grant).orElseThrow().status();

        endsAll(now);

        assertThat(grants.endedIn(place.list()).get(place.position())).isTrue();
    }

    @Test
    void what_was_granted_before_and_arrives_afterwards_gives_nothing_that_lasts() {
        endsAll(now);

        var tokens = granted(before);

        isRefused(refresh(tokens));
    }

    @Test
    void what_is_granted_afterwards_is_a_new_permission() {
        endsAll(now);

        var tokens = granted(later);

        refresh(tokens).statusCode(200);
    }

    @Test
    void somebody_else_goes_on() {
        var tokens = granted(before);

        ends(ofAll(now).with("request.person_id", UUID.randomUUID()));

        refresh(tokens).statusCode(200);
    }

    @Test
    void what_ends_at_one_client_goes_on_at_another() {
        String other = Neighbours.client();
        var here = granted(before);
        var there = granted(other, UUID.randomUUID(), before);

        ends(ofAll(now).with("request.client_id", client));

        isRefused(refresh(here));
        TokenCall.refresh(other, requireNonNull(there.get("refresh_token"))).statusCode(200);
    }

    @Test
    void what_was_granted_in_the_session_that_is_kept_goes_on() {
        var kept = granted(before);
        var other = granted(client, UUID.randomUUID(), before);

        ends(ofAll(now).with("request.kept_sid", session));

        refresh(kept).statusCode(200);
        isRefused(refresh(other));
    }

    @Test
    void a_session_that_was_kept_once_ends_with_all_the_others() {
        var tokens = granted(before);

        ends(ofAll(before).with("request.kept_sid", session));
        endsAll(now);

        isRefused(refresh(tokens));
    }

    @Test
    void an_earlier_end_that_is_told_late_takes_nothing_back() {
        var tokens = granted(before);

        endsAll(now);
        endsAll(before.minusSeconds(1));
        endsAll(now);

        isRefused(refresh(tokens));
    }

    /** With the time that a transaction has, and a call of a neighbour. */
    @Test
    void forty_thousand_grants_end_as_one_does() {
        var tokens = granted(before);
        QuarkusTransaction.requiringNew().run(this::grantsFortyThousand);

        endsAll(now);

        assertThat(alive()).isZero();
        isRefused(refresh(tokens));
    }

    @Test
    void an_end_is_remembered_as_long_as_a_grant_that_it_ended_could_live() {
        granted(before);
        endsAll(now);

        clock.pass(Duration.ofDays(89));
        expired.forget();
        long remembered = ends();
        clock.pass(Duration.ofDays(2));
        expired.forget();

        assertThat(remembered).isEqualTo(1);
        assertThat(ends()).isZero();
    }

    @Test
    void only_authorization_service_may_say_so_and_has_to_say_until_when_and_why() {
        for (String credential : List.of("nobody-s", "the-credential-of-registry-in-tests")) {
            Callee.call(ofAll(now), credential).then().statusCode(401);
        }
        for (String member : List.of("person_id", "until", "reason")) {
            Callee.call(ofAll(now).without("request." + member)).then().statusCode(400);
        }
    }

    @ParameterizedTest
    @GoldenSource("grant-ends")
    void it_is_told_as_the_contract_has_it(Golden golden) {
        Callee.check(golden);
    }

    private Map<String, String> granted(Instant then) {
        return granted(client, session, then);
    }

    private Map<String, String> granted(String clientId, UUID sid, Instant then) {
        UUID id = sid.equals(session) ? grant : UUID.randomUUID();
        String code = Neighbours.codeOf(Neighbours.grantOf(person, then, id, clientId, sid));
        return TokenCall.withSecret(
                        clientId, Map.of("grant_type", "authorization_code", "code", code))
                .statusCode(200)
                .extract()
                .path("$");
    }

    private ValidatableResponse refresh(Map<String, String> tokens) {
        return TokenCall.refresh(client, requireNonNull(tokens.get("refresh_token")));
    }

    private static void isRefused(ValidatableResponse answer) {
        answer.statusCode(400).body("error", equalTo("invalid_grant"));
    }

    private void endsAll(Instant until) {
        ends(ofAll(until));
    }

    private Golden ofAll(Instant until) {
        return Golden.today("grant-ends")
                .with("request.person_id", person)
                .with("request.until", until.toString())
                .without("request.client_id")
                .without("request.kept_sid");
    }

    private static void ends(Golden told) {
        Callee.call(told).then().statusCode(204);
    }

    private void grantsFortyThousand() {
        database.createNativeQuery(
                        """
                        insert into token_grant (id, client_id, subject, person_id, scope, auth_time, amr,
                                                 granted_at, created_at, expires_at)
                        select gen_random_uuid(), 'client ' || number % 7, 'pairwise', :person, 'movies:read',
                               :then, '{pwd}', :then, :then, :end from generate_series(1, 40000) number\
                        """)
                .setParameter("person", person)
                .setParameter("then", before)
                .setParameter("end", now.plus(Duration.ofDays(90)))
                .executeUpdate();
    }

    private long alive() {
        return count(
                "select count(*) from token_grant where person_id = :person"
                        + " and id not in (select id from ended_grant)");
    }

    private long ends() {
        return count("select count(*) from grant_end where person_id = :person");
    }

    private long count(String question) {
        return (Long)
                database.createNativeQuery(question, Long.class)
                        .setParameter("person", person)
                        .getSingleResult();
    }
}
