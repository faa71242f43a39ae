package guichet.registry.initialaccesstoken;

import static guichet.kit.audit.AuditEvent.INITIAL_ACCESS_TOKEN_MADE;
import static guichet.kit.audit.AuditEvent.INITIAL_ACCESS_TOKEN_REFUSED;
import static guichet.kit.audit.AuditEvent.INITIAL_ACCESS_TOKEN_REVOKED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.audit.AuditCapture;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import guichet.registry.registration.NotOpen;
import guichet.resource.issuer.TestIssuer;
import guichet.resource.issuer.TestToken;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Initial access tokens that an administrator makes and takes back. */
@QuarkusTest
@TestProfile(NotOpen.class)
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(TestIssuer.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7591-3")
class InitialAccessTokensTest {
    private static final String PATH = "/admin/initial-access-tokens";

    private final InitialAccessTokens tokens;

    InitialAccessTokensTest(InitialAccessTokens tokens) {
        this.tokens = tokens;
    }

    @Test
    void one_that_is_made_opens_registration_and_is_shown_once() {
        var made = make("{\"note\": \"for the partners\"}").statusCode(201).extract();
        String token = made.path("initial_access_token");

        assertThat(OpaqueToken.of(token).isWellFormed(TokenKind.INITIAL_ACCESS_TOKEN)).isTrue();
        register(token).statusCode(201);
        register(token).statusCode(201);
        administrator()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("tokens.id", hasItem(made.<String>path("id")))
                .body("tokens.note", hasItem("for the partners"))
                .body("tokens[0]", not(hasKey("initial_access_token")));
    }

    @Test
    void one_that_is_revoked_opens_nothing() {
        var made = make("{}").extract();

        administrator().delete(PATH + "/" + made.path("id")).then().statusCode(204);

        register(made.path("initial_access_token")).statusCode(401);
        administrator().delete(PATH + "/" + made.path("id")).then().statusCode(404);
    }

    @Test
    void
            one_is_good_for_as_many_registrations_as_it_was_made_for_and_a_refused_one_costs_nothing() {
        String token =
                make("{\"uses\": 1}")
                        .body("uses_left", equalTo(1))
                        .extract()
                        .path("initial_access_token");

        send(token, "{\"redirect_uris\": [\"/cb\"]}").statusCode(400);
        register(token).statusCode(201);
        register(token).statusCode(401).body("error", equalTo("invalid_token"));
    }

    @Test
    void however_many_register_at_once_none_gets_more_uses() throws Exception {
        String token = make("{\"uses\": 3}").extract().path("initial_access_token");
        Callable<Integer> attempt = () -> register(token).extract().statusCode();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses =
                    threads.invokeAll(Collections.nCopies(12, attempt)).stream()
                            .map(Future::resultNow)
                            .toList();

            assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
            assertThat(statuses).filteredOn(status -> status == 401).hasSize(9);
        }
    }

    @Test
    void one_that_has_expired_opens_nothing_and_is_no_longer_shown() throws Exception {
        var made = make("{\"expires_in\": 1}").extract();

        Thread.sleep(2_100);

        register(made.path("initial_access_token")).statusCode(401);
        administrator().get(PATH).then().body("tokens.id", not(hasItem(made.<String>path("id"))));
    }

    @Test
    void only_the_hash_is_stored() {
        var made = make("{}").extract();
        String token = made.path("initial_access_token");

        assertThat(tokens.good())
                .extracting(stored -> stored.sha256)
                .contains(OpaqueToken.of(token).sha256())
                .doesNotContain(token);
    }

    @Test
    void who_made_one_and_who_revoked_it_is_told_and_the_token_is_not() {
        try (var audit = new AuditCapture()) {
            var made = make("{}").extract();
            administrator().delete(PATH + "/" + made.path("id")).then().statusCode(204);
            register(made.path("initial_access_token")).statusCode(401);

            assertThat(List.of(INITIAL_ACCESS_TOKEN_MADE, INITIAL_ACCESS_TOKEN_REVOKED))
                    .map(audit::event)
                    .allSatisfy(event -> {
                        assertThat(event.get("initial_access_token").asText())
                                .isEqualTo(made.path("id"));
                        assertThat(event.get("by").asText())
                                .isEqualTo(event.get("by_client").asText());
                    });
            audit.event(INITIAL_ACCESS_TOKEN_REFUSED);
            assertThat(audit.lines())
                    .noneMatch(it -> it.contains(made.<String>path("initial_access_token")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"uses\": 0}",
                "{\"uses\": -1}",
                "{\"expires_in\": 0}",
                "{\"expires_in\": 99999999999}",
                "{\"uses\": \"many\"}",
                "[",
                "[]",
                "null"
            })
    void what_makes_no_sense_is_refused(String body) {
        make(body).statusCode(400).body("error", equalTo("invalid_request"));
    }

    /** Left out, what was meant to bound a token would leave it without bounds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"expire_in\": 60}|expire_in: is not known here; known are expires_in, note,"
                        + " uses",
                "{\"expires_in\": 60, \"use\": 1}|use: is not known",
                "{\"uses\": 1.5}|uses: is of another kind",
                "{\"uses\": true}|uses: is of another kind",
                "{\"expires_in\": \"60\"}|expires_in: is of another kind",
                "{\"note\": 1}|note: is of another kind",
                "{\"uses\": 1, \"uses\": 100}|the body must be one JSON object, each member once"
            })
    void what_is_not_known_or_of_another_kind_is_told_and_not_left_out(String body, String words) {
        make(body)
                .statusCode(400)
                .body("error", equalTo("invalid_request"))
                .body("error_description", startsWith(words));
    }

    @Test
    void nobody_else_makes_lists_or_revokes_one() {
        given().contentType("application/json").body("{}").post(PATH).then().statusCode(401);
        with(token("keys:admin").ofApplication()).get(PATH).then().statusCode(403);
        with(token("registry:admin")).get(PATH).then().statusCode(403);
    }

    private static ValidatableResponse make(String body) {
        return administrator().contentType("application/json").body(body).post(PATH).then();
    }

    private static ValidatableResponse register(String token) {
        return send(token, "{\"redirect_uris\": [\"https://cine.example/cb\"]}");
    }

    private static ValidatableResponse send(String token, String metadata) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(metadata)
                .post("/register")
                .then();
    }

    private static RequestSpecification administrator() {
        return with(token("registry:admin").ofApplication());
    }

    private static RequestSpecification with(TestToken token) {
        return given().header("Authorization", "Bearer " + token.signed());
    }

    private static TestToken token(String scope) {
        return TestToken.forApi(TestIssuer.address() + "/admin").scope(scope);
    }
}
