package guichet.token.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenEndpointTest {
    private static final Tags CLIENT_CREDENTIALS = Tags.of("grant_type", "client_credentials");
    private static final Tags UNSUPPORTED = Tags.of("error", "unsupported_grant_type");

    private final EntityManager database;
    private final MeterRegistry meters;

    TokenEndpointTest(EntityManager database, MeterRegistry meters) {
        this.database = database;
        this.meters = meters;
    }

    @Test
    @Tag("RFC6749-5.1")
    void a_good_answer_has_every_member_and_is_not_stored() {
        String client = Neighbours.client();

        TokenCall.withSecret(
                        client,
                        Map.of("grant_type", "authorization_code", "code", Neighbours.code(client)))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .contentType("application/json")
                .body("access_token", matchesPattern("[\\w-]+\\.[\\w-]+\\.[\\w-]+"))
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(3600))
                .body("scope", equalTo("movies:read movies:write"))
                .body("refresh_token", startsWith("grt_"));
    }

    @Test
    @Tag("RFC6749-5.2")
    void an_unknown_grant_type_is_told_the_known_ones() {
        TokenCall.withSecret(Neighbours.client(), Map.of("grant_type", "implicit"))
                .statusCode(400)
                .body("error", equalTo("unsupported_grant_type"))
                .body("error_description", containsString("client_credentials"));
    }

    @Test
    @Tag("RFC6749-5.2")
    void a_client_may_use_what_it_registered_for_only() {
        String client = Neighbours.client("\"client_secret_post\"", "\"client_credentials\"");

        TokenCall.withSecret(
                        client, Map.of("grant_type", "password", "username", "a", "password", "b"))
                .statusCode(400)
                .body("error", equalTo("unauthorized_client"));
    }

    @Test
    @Tag("RFC6749-5.2")
    void a_missing_parameter_is_named() {
        TokenCall.withSecret(Neighbours.client(), Map.of("grant_type", "authorization_code"))
                .statusCode(400)
                .body("error_description", equalTo("parameter code is missing"))
                .body("error_uri", equalTo("http://localhost:8080/errors/parameter-missing"));
    }

    @Test
    @Tag("RFC6749-3.2")
    void a_repeated_parameter_is_named() {
        TokenCall.with(
                        given().formParam("scope", "a", "b"),
                        Map.of("grant_type", "client_credentials"))
                .statusCode(400)
                .body("error_description", equalTo("parameter scope is repeated"));
    }

    @Test
    @Tag("RFC6749-4.1.2")
    void a_replayed_code_ends_what_it_gave() {
        String client = Neighbours.client();
        String refreshToken = TokenCall.refreshToken(client);
        String grantId = grantOf(client);
        String replayed = Neighbours.replayedCode(grantId);

        TokenCall.withSecret(client, Map.of("grant_type", "authorization_code", "code", replayed))
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));

        TokenCall.refresh(client, refreshToken).statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"resource, https://elsewhere.example", "scope, movies:\"read\"", "redirect_uri, x"})
    @Tag("RFC6749-4.1.2")
    void a_replay_is_noticed_whatever_else_is_wrong_with_the_request(String name, String value) {
        String client = Neighbours.client();
        String refreshToken = TokenCall.refreshToken(client);
        String replayed = Neighbours.replayedCode(grantOf(client));
        var request = new HashMap<>(code(replayed));
        request.put(name, value);

        TokenCall.withSecret(client, request).statusCode(400);

        TokenCall.refresh(client, refreshToken)
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
    }

    @Test
    @Tag("RFC6749-4.1.2")
    void a_replay_that_overtakes_the_first_use_ends_what_that_gives() {
        String client = Neighbours.client();
        var grant = UUID.randomUUID();
        String replay = Neighbours.replayedCode(grant.toString());
        String first = Neighbours.codeOf(Neighbours.grant(grant, client));

        TokenCall.withSecret(client, code(replay)).statusCode(400);
        String late = TokenCall.withSecret(client, code(first)).extract().path("refresh_token");

        TokenCall.refresh(client, late).statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void a_refused_code_is_an_invalid_grant_without_the_reason() {
        String code = Neighbours.refusedCode();

        TokenCall.withSecret(
                        Neighbours.client(),
                        Map.of("grant_type", "authorization_code", "code", code))
                .statusCode(400)
                .body("error", equalTo("invalid_grant"))
                .body(
                        "error_description",
                        equalTo(
                                "the code or refresh token is unknown, expired, used or not"
                                        + " yours"));
    }

    @ParameterizedTest
    @CsvSource({
        "code-verifier-not-good, code_verifier is missing",
        "redirect-uri-differs, redirect_uri is missing"
    })
    @Tag("RFC7636-4.6")
    void what_does_not_go_with_a_code_is_told(String told, String reason) {
        String code = Neighbours.misfittingCode(told, reason);

        TokenCall.withSecret(
                        Neighbours.client(),
                        Map.of("grant_type", "authorization_code", "code", code))
                .statusCode(400)
                .body("error", equalTo("invalid_grant"))
                .body("error_description", equalTo(reason))
                .body("error_uri", endsWith("/errors/" + told));
    }

    @Test
    @Tag("RFC6749-4.3.2")
    void a_password_yields_tokens_of_the_person() {
        String client = Neighbours.publicClient();

        TokenCall.without(
                        client,
                        Map.of(
                                "grant_type", "password",
                                "username", Neighbours.person(client),
                                "password", "opens"))
                .statusCode(200)
                .body("refresh_token", notNullValue());
    }

    @Test
    @Tag("OIDC-Core-11")
    void a_password_grants_nothing_of_offline_access_alone() {
        String client = Neighbours.clientWithScope("openid offline_access");
        String username = Neighbours.person(client);

        TokenCall.withSecret(
                        client,
                        Map.of(
                                "grant_type", "password",
                                "username", username,
                                "password", "opens",
                                "scope", "offline_access"))
                .statusCode(400)
                .body("error", equalTo("invalid_scope"))
                .body("error_description", startsWith("offline_access cannot be had"))
                .body("error_uri", endsWith("/errors/scope-empty"));
        assertThat(Neighbours.verifications(username)).isEmpty();
    }

    @Test
    @Tag("OIDC-Core-11")
    void offline_access_beside_others_is_left_out_where_a_password_is_given() {
        String client = Neighbours.clientWithScope("movies:read offline_access");
        String username = Neighbours.person(client);

        TokenCall.withSecret(
                        client,
                        Map.of(
                                "grant_type", "password",
                                "username", username,
                                "password", "opens",
                                "scope", "movies:read offline_access"))
                .statusCode(200);

        assertThat(Neighbours.verifications(username)).containsExactly("movies:read");
    }

    @Test
    void a_wrong_password_is_an_invalid_grant() {
        String username = Neighbours.stranger();

        TokenCall.withSecret(
                        Neighbours.client(),
                        Map.of("grant_type", "password", "username", username, "password", "x"))
                .statusCode(400)
                .body("error", equalTo("invalid_grant"))
                .body("error_description", startsWith("username and password do not go together"));
    }

    @Test
    void too_many_wrong_passwords_are_told_how_long_to_wait() {
        String username = Neighbours.throttled();

        TokenCall.withSecret(
                        Neighbours.client(),
                        Map.of("grant_type", "password", "username", username, "password", "x"))
                .statusCode(400)
                .header("Retry-After", "30")
                .body("error_description", containsString("30 seconds"));
    }

    @Test
    @Tag("RFC6749-4.4.3")
    void client_credentials_yield_no_refresh_token() {
        TokenCall.withSecret(Neighbours.client(), Map.of("grant_type", "client_credentials"))
                .statusCode(200)
                .body("scope", equalTo("stats:read"))
                .body("refresh_token", nullValue());
    }

    @Test
    @Tag("RFC6749-4.4")
    void a_client_without_a_secret_cannot_act_as_itself_however_it_is_registered() {
        String client = Neighbours.client("\"none\"", "\"client_credentials\"");

        TokenCall.without(client, Map.of("grant_type", "client_credentials"))
                .statusCode(400)
                .body("error", equalTo("unauthorized_client"));
    }

    @Test
    @Tag("RFC6749-3.3")
    void a_scope_of_people_cannot_be_had_by_an_application() {
        TokenCall.withSecret(
                        Neighbours.client(),
                        Map.of("grant_type", "client_credentials", "scope", "movies:read"))
                .statusCode(400)
                .body("error", equalTo("invalid_scope"))
                .body("error_description", startsWith("movies:read"));
    }

    @Test
    @Tag("RFC6749-3.3")
    void a_client_without_a_scope_of_applications_gets_no_token_of_its_own() {
        String client = Neighbours.applicationWith("movies:read");

        TokenCall.withSecret(client, Map.of("grant_type", "client_credentials"))
                .statusCode(400)
                .body("error", equalTo("invalid_scope"))
                .body("error_uri", equalTo("http://localhost:8080/errors/scope-empty"));
    }

    @Test
    void parameters_in_the_address_are_refused_with_the_reason() {
        given().formParam("grant_type", "client_credentials")
                .post("/token?client_id=x&client_secret=y")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"))
                .body("error_description", containsString("end up in logs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&audience=x",
                "&comment=a%0Ab",
                "&comment=a&comment=b",
                "&&",
                "&flag",
                "&=",
                "&=x&=y",
                "&scope=&resource=&client_assertion=&client_assertion_type="
            })
    @Tag("RFC6749-3.2")
    void what_is_empty_or_not_recognised_is_ignored(String more) {
        given().contentType("application/x-www-form-urlencoded")
                .body(
                        "&grant_type=client_credentials&client_id=%s&client_secret=%s%s"
                                .formatted(Neighbours.client(), Neighbours.SECRET, more))
                .post("/token?api-version=1&client_secret=")
                .then()
                .statusCode(200);
    }

    @Test
    void a_password_with_a_tab_is_a_wrong_one() {
        String username = Neighbours.stranger();

        TokenCall.withSecret(
                        Neighbours.client(),
                        Map.of(
                                "grant_type",
                                "password",
                                "username",
                                username,
                                "password",
                                "a\tb\u0000"))
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
    }

    @Test
    void a_plain_get_is_told_to_post() {
        given().get("/token?grant_type=password")
                .then()
                .statusCode(400)
                .body("error_description", containsString("POST"));
    }

    @Test
    void json_is_told_that_it_has_the_wrong_type() {
        given().contentType("application/json")
                .body("{}")
                .post("/token")
                .then()
                .statusCode(415)
                .body("error", equalTo("invalid_request"))
                .body(
                        "error_description",
                        endsWith("send a form, application/x-www-form-urlencoded"));
    }

    @Test
    void a_failing_neighbour_is_temporarily_unavailable() {
        TokenCall.withSecret(
                        Neighbours.client(),
                        Map.of("grant_type", "authorization_code", "code", Neighbours.failing()))
                .statusCode(503)
                .header("Cache-Control", "no-store")
                .body("error", equalTo("temporarily_unavailable"));
    }

    @Test
    void a_form_that_cannot_be_decoded_is_malformed() {
        given().contentType("application/x-www-form-urlencoded")
                .body("grant_type=%zz")
                .post("/token")
                .then()
                .statusCode(400)
                .header("Cache-Control", "no-store")
                .body("error", equalTo("invalid_request"));
    }

    @Test
    void answers_are_counted_without_naming_clients() {
        double before = meters.counter("guichet.tokens.issued", CLIENT_CREDENTIALS).count();

        TokenCall.withSecret(Neighbours.client(), Map.of("grant_type", "client_credentials"));
        TokenCall.withSecret(Neighbours.client(), Map.of("grant_type", "implicit"));

        assertThat(meters.counter("guichet.tokens.issued", CLIENT_CREDENTIALS).count())
                .isEqualTo(before + 1);
        assertThat(meters.counter("guichet.tokens.refused", UNSUPPORTED).count()).isPositive();
    }

    private static Map<String, String> code(String code) {
        return Map.of("grant_type", "authorization_code", "code", code);
    }

    private String grantOf(String client) {
        return database.createNativeQuery("select id from token_grant where client_id = :client")
                .setParameter("client", client)
                .getSingleResult()
                .toString();
    }
}
