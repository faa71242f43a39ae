package guichet.authorization.protocol.code;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.kit.internal.InternalCalls.internally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.person.Said;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.protocol.grant.Grants;
import guichet.authorization.time.TestClock;
import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-4.1.3")
class CodeRedemptionTest {
    private final String client = RegistryNeighbour.client();

    @Inject TestClock clock;
    @Inject AuthorizationCodes codes;
    @Inject AuthorizationCodeRows rows;
    @Inject Grants grants;
    @Inject EntityManager database;

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @GoldenSource("codes-redeemed")
    void a_code_yields_the_grant(Golden golden) {
        Said.of("alice", List.of("critic", "editor"), List.of("staff"));

        Callee.check(
                golden,
                this::withNewCode,
                "response.grant.grant_id",
                "response.grant.person_id",
                "response.grant.subject",
                "response.grant.granted_at",
                "response.grant.auth_time",
                "response.grant.sid");
    }

    @ParameterizedTest
    @GoldenSource("codes-refused")
    void of_a_code_that_is_not_good_the_log_is_told_why(Golden golden) {
        Callee.check(
                golden,
                it -> withNewCode(it).with("request.client_id", RegistryNeighbour.client()),
                "response.reason");
    }

    @ParameterizedTest
    @GoldenSource("codes-misfitting")
    void of_what_does_not_go_with_a_code_the_client_is_told(Golden golden) {
        Callee.check(
                golden,
                it ->
                        withNewCode(it)
                                .with("request.code_verifier", Visit.VERIFIER.replace('d', 'e')));
    }

    @ParameterizedTest
    @GoldenSource("codes-untouched")
    void for_an_api_that_nobody_offers_a_code_is_left_alone(Golden golden) {
        Callee.check(golden, this::withNewCode);
    }

    @ParameterizedTest
    @GoldenSource("codes-replayed")
    void of_a_second_use_the_grant_is_told(Golden golden) {
        Callee.check(golden, this::withSpentCode);
    }

    private Golden withNewCode(Golden golden) {
        String client = RegistryNeighbour.client();
        var parameters = Visit.request(client);
        parameters.put("scope", "openid email movies:read");
        parameters.put("nonce", "n-0S6_WzA2Mj");
        parameters.put("resource", "http://localhost:8090");
        return Visit.redemption(
                golden, client, parameter(new Visit().authorizes(parameters), "code"));
    }

    private Golden withSpentCode(Golden golden) {
        Golden spent = withNewCode(golden);
        String grantId = Callee.call(spent).path("grant.grant_id");
        return spent.with("response.grant_id", grantId);
    }

    @Test
    @Tag("RFC6749-4.1.2")
    void a_second_use_names_the_grant_to_revoke() {
        var request = good();
        String grantId = redeem(request).extract().path("grant.grant_id");

        redeem(request).body("outcome", equalTo("replayed")).body("grant_id", equalTo(grantId));
        assertThat(isRevoked(grantId)).isTrue();
    }

    @Test
    void the_first_attempt_of_its_own_client_spends_a_code_right_or_wrong() {
        var wrong = good();
        String verifier = wrong.put("code_verifier", Visit.VERIFIER.replace('d', 'e'));
        redeem(wrong).body("outcome", equalTo("refused"));

        wrong.put("code_verifier", verifier);

        redeem(wrong).body("outcome", equalTo("replayed"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://seats.example, resource-without-scope",
        "https://elsewhere.example, resource-unknown"
    })
    @Tag("RFC8707-2.2")
    void a_code_for_an_api_that_the_grant_is_not_for_stays_good(String resource, String reason) {
        var request = new HashMap<String, Object>(good());
        request.put("resources", List.of(resource));

        redeem(request).body("outcome", equalTo("untouched")).body("reason", equalTo(reason));

        request.put("resources", List.of("http://localhost:8090"));
        redeem(request).body("outcome", equalTo("redeemed"));
    }

    @Test
    @Tag("RFC8707-2.2")
    void an_attempt_without_the_proof_spends_a_code_whatever_api_it_names() {
        var wrong = new HashMap<String, Object>(good());
        wrong.put("code_verifier", Visit.VERIFIER.replace('d', 'e'));
        wrong.put("resources", List.of("https://seats.example"));
        redeem(wrong).body("outcome", equalTo("refused"));

        wrong.put("code_verifier", Visit.VERIFIER);

        redeem(wrong).body("outcome", equalTo("replayed"));
    }

    @Test
    @Tag("RFC9068-2.2.2")
    void what_the_access_token_is_to_say_of_the_person_comes_with_the_grant() {
        var asked = Visit.request(client);
        asked.put("scope", "openid email");
        var request = new HashMap<String, Object>(with(asked));
        request.put("access_token_claims", List.of("email", "name"));

        redeem(request)
                .body("access_token_claims", equalTo(Map.of("email", "alice@guichet.example")))
                .body("id_token_claims", equalTo(Map.of()));
        redeem(good()).body("access_token_claims", equalTo(Map.of()));
    }

    @Test
    @Tag("RFC9068-2.2.3.1")
    void roles_and_groups_come_for_the_access_token_alone_whatever_the_scope() {
        Said.of("alice", List.of("editor"), List.of());
        var request = new HashMap<String, Object>(good());
        request.put("access_token_claims", List.of("email", "roles", "groups"));
        request.put("userinfo_claims", true);

        redeem(request)
                .body("access_token_claims", equalTo(Map.of("roles", List.of("editor"))))
                .body("id_token_claims", not(hasKey("roles")));
    }

    @Test
    @Tag("RFC9068-2.2.3.1")
    void those_come_that_are_asked_for() {
        Said.of("alice", List.of("editor"), List.of("staff"));
        var request = new HashMap<String, Object>(good());
        request.put("access_token_claims", List.of("groups"));

        redeem(request).body("access_token_claims", equalTo(Map.of("groups", List.of("staff"))));
    }

    @Test
    void old_codes_are_forgotten_when_nobody_could_replay_them_any_more() {
        var request = good();
        String grantId = redeem(request).extract().path("grant.grant_id");

        clock.pass(Duration.ofHours(25));
        codes.forgetOld();

        String sha256 = OpaqueToken.of(request.get("code")).sha256();
        assertThat(rows.count("sha256", sha256)).isZero();
        assertThat(grants.findStanding(UUID.fromString(grantId))).isPresent();
    }

    @Test
    void a_grant_counts_from_when_its_code_is_redeemed() {
        var request = good();
        assertThat(isGrantRedeemed(request.get("code"))).isFalse();

        redeem(request).body("outcome", equalTo("redeemed"));

        assertThat(isGrantRedeemed(request.get("code"))).isTrue();
    }

    @Test
    void a_grant_whose_code_was_refused_does_not_count() {
        var late = good();
        clock.pass(Duration.ofMinutes(2));

        redeem(late).body("outcome", equalTo("refused"));

        assertThat(isGrantRedeemed(late.get("code"))).isFalse();
    }

    @Test
    void of_many_racing_uses_one_wins() throws Exception {
        var request = good();
        Callable<String> use = () -> redeem(request).extract().path("outcome");

        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes =
                    racers.invokeAll(IntStream.range(0, 32).mapToObj(_ -> use).toList()).stream()
                            .map(future -> future.resultNow())
                            .toList();

            assertThat(outcomes).containsOnlyOnce("redeemed");
        }
    }

    @Test
    void another_client_is_refused_and_the_code_stays_good() {
        var stolen = good();
        stolen.put("client_id", RegistryNeighbour.client());

        redeem(stolen).body("outcome", equalTo("refused")).body("", not(hasKey("told")));

        stolen.put("client_id", client);
        redeem(stolen).body("outcome", equalTo("redeemed"));
    }

    @Test
    void another_redirect_address_is_refused() {
        var request = good();
        request.put("redirect_uri", "https://cine.example/other");

        redeem(request)
                .body("outcome", equalTo("refused"))
                .body("told", equalTo("redirect-uri-differs"))
                .body("reason", startsWith("redirect_uri differs"));
    }

    @Test
    @Tag("RFC7636-4.6")
    void another_verifier_is_refused() {
        var request = good();
        request.put("code_verifier", Visit.VERIFIER.replace('d', 'e'));

        redeem(request)
                .body("outcome", equalTo("refused"))
                .body("told", equalTo("code-verifier-not-good"))
                .body("reason", startsWith("code_verifier does not fit"));
    }

    @Test
    @Tag("RFC7636-4.6")
    void a_missing_verifier_is_refused() {
        var request = good();
        request.remove("code_verifier");

        redeem(request)
                .body("outcome", equalTo("refused"))
                .body("told", equalTo("code-verifier-not-good"))
                .body("reason", startsWith("code_verifier is missing"));
    }

    @Test
    @Tag("RFC9700-2.1.1")
    void a_verifier_that_nobody_asked_for_is_refused() {
        var parameters = Visit.request(client);
        parameters.remove("code_challenge");
        parameters.remove("code_challenge_method");
        parameters.put("scope", "openid movies:read");
        parameters.put("nonce", "n-1");
        var request = with(parameters);

        redeem(request)
                .body("outcome", equalTo("refused"))
                .body("told", equalTo("code-verifier-not-good"))
                .body("reason", startsWith("code_verifier is there"));
    }

    @Test
    void a_code_lives_a_minute() {
        var request = good();

        clock.pass(Duration.ofSeconds(61));

        redeem(request).body("outcome", equalTo("refused"));
    }

    @Test
    @Tag("RFC7636-4.1")
    void a_short_verifier_is_refused() {
        var request = good();
        request.put("code_verifier", "too-short");

        redeem(request)
                .body("outcome", equalTo("refused"))
                .body("told", equalTo("code-verifier-not-good"))
                .body("reason", startsWith("code_verifier is not of 43"));
    }

    @Test
    void a_redirect_address_that_was_not_sent_need_not_be_repeated() {
        var parameters = Visit.request(client);
        parameters.remove("redirect_uri");
        var request = with(parameters);
        request.remove("redirect_uri");

        redeem(request).body("outcome", equalTo("redeemed"));
    }

    @Test
    void a_redirect_address_that_was_sent_must_be_repeated() {
        var request = good();
        request.remove("redirect_uri");

        redeem(request)
                .body("outcome", equalTo("refused"))
                .body("told", equalTo("redirect-uri-differs"))
                .body("reason", startsWith("redirect_uri is missing"));
    }

    @Test
    void a_call_without_code_or_client_is_refused() {
        for (String call : new String[] {"{\"code\": \"c\"}", "{\"client_id\": \"c\"}"}) {
            internally()
                    .header("Authorization", "Bearer the-credential-of-token-in-tests")
                    .contentType("application/json")
                    .body(call)
                    .post("/internal/codes/redeem")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void an_invented_code_is_refused() {
        var request = good();
        request.put("code", "gac_invented");

        redeem(request).body("outcome", equalTo("refused"));
    }

    @Test
    void a_client_that_is_registered_for_less_by_now_is_told_less_of_the_person() {
        var asked = Visit.request(client);
        asked.put("scope", "openid email movies:read");
        Map<String, Object> request = new HashMap<>(with(asked));
        request.put("userinfo_claims", true);
        RegistryNeighbour.hasRegistered(client, "\"scope\": \"openid movies:read\"");
        clock.pass(Duration.ofSeconds(11));

        redeem(request)
                .body("outcome", equalTo("redeemed"))
                .body("id_token_claims", not(hasKey("email")));
    }

    @Test
    void what_token_service_says_of_a_registration_goes() {
        var asked = Visit.request(client);
        asked.put("scope", "openid email movies:read");
        Map<String, Object> request = new HashMap<>(with(asked));
        request.put("userinfo_claims", true);
        request.put("registered_scope", "openid movies:read");

        redeem(request)
                .body("outcome", equalTo("redeemed"))
                .body("id_token_claims", not(hasKey("email")));
    }

    @Test
    void while_the_registry_is_away_a_code_is_good_where_nobody_ever_saw_its_client() {
        Map<String, Object> request = new HashMap<>(good());
        request.put("registered_scope", "openid movies:read");
        clock.pass(Duration.ofMinutes(15)); // what was known of the client is not used any more
        isGoodFor(request.get("code"), Duration.ofMinutes(20));
        RegistryNeighbour.failsFor(client);

        redeem(request).body("outcome", equalTo("redeemed"));
    }

    @Test
    void a_client_that_is_registered_for_nothing_of_it_keeps_its_code() {
        Map<String, String> request = good();
        RegistryNeighbour.hasRegistered(client, "\"scope\": \"stats:read\"");
        clock.pass(Duration.ofSeconds(11));

        redeem(request)
                .body("outcome", equalTo("untouched"))
                .body("reason", equalTo("scope-not-granted"));
    }

    @Test
    void only_token_service_may_redeem() {
        internally()
                .contentType("application/json")
                .body(good())
                .post("/internal/codes/redeem")
                .then()
                .statusCode(401);
    }

    private void isGoodFor(Object code, Duration time) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        rows.update(
                                "expiresAt = ?1 where sha256 = ?2",
                                Instant.now().plus(time),
                                OpaqueToken.of(code.toString()).sha256()));
    }

    private boolean isGrantRedeemed(String code) {
        return (Boolean)
                database.createNativeQuery(
                                "select redeemed_at is not null from authorization_grant"
                                        + " join authorization_code on grant_id = id"
                                        + " where sha256 = :sha256",
                                Boolean.class)
                        .setParameter("sha256", OpaqueToken.of(code).sha256())
                        .getSingleResult();
    }

    private boolean isRevoked(String grantId) {
        return database.createNativeQuery(
                                "select revoked_at is not null from authorization_grant"
                                        + " where id = cast(:id as uuid)",
                                Boolean.class)
                        .setParameter("id", grantId)
                        .getSingleResult()
                == Boolean.TRUE;
    }

    private Map<String, String> good() {
        return with(Visit.request(client));
    }

    private Map<String, String> with(Map<String, String> authorizationRequest) {
        var request = new HashMap<String, String>();
        request.put("code", parameter(new Visit().authorizes(authorizationRequest), "code"));
        request.put("client_id", client);
        request.put("redirect_uri", RegistryNeighbour.REDIRECT_URI);
        request.put("code_verifier", Visit.VERIFIER);
        return request;
    }

    private static ValidatableResponse redeem(Map<String, ?> request) {
        return internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .contentType("application/json")
                .body(request)
                .post("/internal/codes/redeem")
                .then()
                .statusCode(200);
    }
}
