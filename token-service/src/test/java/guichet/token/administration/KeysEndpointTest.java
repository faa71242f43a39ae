package guichet.token.administration;

import static guichet.kit.audit.AuditEvent.SIGNING_KEYS_ROTATED;
import static guichet.kit.audit.AuditEvent.SIGNING_KEY_WITHDRAWN;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.kit.audit.AuditCapture;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.Reason;
import guichet.token.key.KeysOfTheFirstStart;
import guichet.token.neighbour.Neighbours;
import guichet.token.refresh.TestClock;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rotation on demand and withdrawal, and who may ask for them. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeysEndpointTest {
    private final TestClock clock;
    private final KeysOfTheFirstStart keys;

    KeysEndpointTest(TestClock clock, KeysOfTheFirstStart keys) {
        this.clock = clock;
        this.keys = keys;
    }

    @AfterEach
    void now() {
        clock.reset();
        keys.restore();
    }

    @BeforeEach
    void asAtTheFirstStart() {
        keys.restore();
    }

    @Test
    void the_keys_are_told_with_their_states() {
        asAdministrator()
                .get("/admin/keys")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(of("RS256", "state"), contains("signing", "announced"))
                .body("keys.find { it.algorithm == 'RS256' }.kid", not(equalTo("")));
    }

    /** Announced long ago: every validator knows it. */
    @Test
    void a_key_that_was_announced_for_long_enough_takes_over_at_once() {
        List<String> before = kids("ES256");
        clock.pass(Duration.ofMinutes(11));

        asAdministrator().post("/admin/keys?algorithm=ES256").then().statusCode(200);

        assertThat(signer()).isEqualTo(before.getLast());
        assertThat(kids("ES256")).containsAll(before).hasSize(before.size() + 1);
    }

    @Test
    void a_key_that_was_just_announced_signs_when_it_may() {
        String waiting = justAnnounced();
        String signer = signer();

        asAdministrator().post("/admin/keys?algorithm=ES256").then().statusCode(200);

        assertThat(signer()).isEqualTo(signer);
        assertThat(signsFrom(waiting))
                .isBetween(clock.instant().plusSeconds(590), clock.instant().plusSeconds(611));
        clock.pass(Duration.ofSeconds(611));
        assertThat(signer()).isEqualTo(waiting);
    }

    /** Who compares the published keys before and after a rotation looks for a new one. */
    @Test
    void a_rotation_announces_a_key_even_if_the_next_one_has_to_wait() {
        justAnnounced();
        List<String> before = kids("ES256");

        List<String> added =
                asAdministrator()
                        .post("/admin/keys?algorithm=ES256")
                        .then()
                        .statusCode(200)
                        .body("note", nullValue())
                        .extract()
                        .path("added");

        assertThat(kids("ES256")).containsAll(before).hasSize(before.size() + 1).containsAll(added);
        assertThat(added).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    void rotating_again_while_a_key_waits_announces_none_and_says_so() {
        justAnnounced();
        asAdministrator().post("/admin/keys?algorithm=ES256").then().statusCode(200);
        List<String> before = kids("ES256");

        asAdministrator()
                .post("/admin/keys?algorithm=ES256")
                .then()
                .statusCode(200)
                .body("added", empty())
                .body("note", startsWith("no key was added"));

        assertThat(kids("ES256")).isEqualTo(before);
    }

    @Test
    void an_algorithm_that_nobody_uses_yet_gets_its_first_keys() {
        assertThat(kids("EdDSA")).isEmpty();

        asAdministrator()
                .post("/admin/keys?algorithm=EdDSA")
                .then()
                .statusCode(200)
                .body("added", hasSize(2))
                .body(of("EdDSA", "state"), contains("signing", "announced"));
    }

    /** A key of ES256 that no validator need know yet, after which no other is announced. */
    private String justAnnounced() {
        clock.pass(Duration.ofMinutes(11));
        asAdministrator().post("/admin/keys?algorithm=ES256").then().statusCode(200);
        return kids("ES256").getLast();
    }

    @Test
    void the_keys_of_the_algorithm_that_is_named_rotate() {
        asAdministrator().post("/admin/keys?algorithm=PS256").then().statusCode(200);
        clock.pass(Duration.ofMinutes(11));
        List<String> ps256 = kids("PS256");
        List<String> rs256 = kids("RS256");

        asAdministrator().post("/admin/keys?algorithm=PS256").then().statusCode(200);

        assertThat(kids("PS256")).hasSize(ps256.size() + 1);
        assertThat(kids("RS256")).isEqualTo(rs256);
    }

    @Test
    void the_keys_that_sign_by_default_rotate_if_none_is_named() {
        clock.pass(Duration.ofMinutes(11));
        List<String> es256 = kids("ES256");
        List<String> rs256 = kids("RS256");
        List<String> edDsa = kids("EdDSA");

        asAdministrator().post("/admin/keys").then().statusCode(200);

        assertThat(kids("ES256")).hasSize(es256.size() + 1);
        assertThat(kids("RS256")).hasSize(rs256.size() + 1);
        assertThat(kids("EdDSA")).isEqualTo(edDsa);
    }

    @Test
    void an_algorithm_without_keys_is_refused() {
        asAdministrator()
                .post("/admin/keys?algorithm=HS256")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @Test
    void a_withdrawn_key_is_gone_at_once_and_the_announced_one_signs() {
        String withdrawn = signer();
        List<String> before = kids("ES256");
        String token = accessToken();

        asAdministrator().delete("/admin/keys/" + withdrawn).then().statusCode(200);

        assertThat(kids("ES256")).doesNotContain(withdrawn).contains(before.getLast());
        assertThat(given().get("/jwks").asString()).doesNotContain(withdrawn);
        assertThat(signer()).isEqualTo(before.getLast());
        assertThat(isActive(token)).isFalse();
        assertThat(isActive(accessToken())).isTrue();
    }

    @Test
    void a_second_withdrawal_in_a_row_is_as_good_as_the_first() {
        asAdministrator().delete("/admin/keys/" + signer()).then().statusCode(200);
        String second = signer();

        asAdministrator().delete("/admin/keys/" + second).then().statusCode(200);

        assertThat(signer()).isNotEqualTo(second);
        assertThat(isActive(accessToken())).isTrue();
    }

    @Test
    void an_announced_key_that_is_withdrawn_is_replaced_and_never_signs() {
        String signer = signer();
        String announced = kids("ES256").getLast();

        asAdministrator().delete("/admin/keys/" + announced).then().statusCode(200);

        assertThat(signer()).isEqualTo(signer);
        assertThat(kids("ES256").getLast()).isNotEqualTo(announced).isNotEqualTo(signer);
    }

    @Test
    void a_key_that_is_not_there_cannot_be_withdrawn() {
        asAdministrator().delete("/admin/keys/nothing").then().statusCode(404);
    }

    @Test
    void what_an_administrator_does_is_told_once_with_who_did_it() {
        String withdrawn = signer();
        try (var audit = new AuditCapture()) {
            asAdministrator().delete("/admin/keys/" + withdrawn).then().statusCode(200);
            asAdministrator().post("/admin/keys?algorithm=ES256").then().statusCode(200);

            JsonNode withdrawal = audit.event(SIGNING_KEY_WITHDRAWN);
            assertThat(withdrawal.get("key").asText()).isEqualTo(withdrawn);
            assertThat(withdrawal.get("by").asText())
                    .isEqualTo(withdrawal.get("by_client").asText());
            assertThat(audit.event(SIGNING_KEYS_ROTATED).get("algorithm").asText())
                    .isEqualTo("ES256");
        }
    }

    @Test
    @Tag("RFC6750-3")
    void without_a_token_it_is_asked_for() {
        given().post("/admin/keys")
                .then()
                .statusCode(401)
                .header(
                        "WWW-Authenticate",
                        allOf(
                                containsString("realm=\"http://localhost:8080/admin\""),
                                containsString(
                                        "resource_metadata=\"http://localhost:8080/.well-known/oauth-protected-resource/admin\""),
                                containsString("scope=\"keys:admin\""),
                                not(containsString("error="))));
    }

    @Test
    @Tag("RFC6750-3.1")
    void a_token_without_the_scope_is_refused() {
        as(Neighbours.administrator("people:admin"))
                .delete("/admin/keys/" + signer())
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", containsString("insufficient_scope"))
                .body("error", equalTo("insufficient_scope"));
    }

    @Test
    @Tag("RFC6750-3.1")
    void a_token_for_another_api_is_refused() {
        refused("Bearer " + accessToken(), Reason.TOKEN_FOR_ANOTHER_API);
    }

    @Test
    @Tag("RFC6750-3.1")
    void what_is_no_token_is_refused() {
        String refreshToken = TokenCall.refreshToken(Neighbours.client());

        refused("Bearer nonsense", Reason.TOKEN_MALFORMED);
        refused("Bearer " + refreshToken, Reason.TOKEN_MALFORMED);
    }

    @Test
    @Tag("RFC6750-2")
    void a_token_elsewhere_than_in_one_header_is_refused() {
        String token = administratorToken();
        var twice =
                given().header("Authorization", "Bearer " + token)
                        .header("Authorization", "Bearer " + token)
                        .get("/admin/keys");
        var inAddress = given().queryParam("access_token", token).get("/admin/keys");

        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(pageOf(twice)).endsWith(Reason.TOKEN_HEADER_MALFORMED.code());
        assertThat(inAddress.statusCode()).isEqualTo(400);
        assertThat(pageOf(inAddress)).endsWith(Reason.TOKEN_MISPLACED.code());
    }

    @Test
    @Tag("RFC7009-2")
    void a_token_whose_grant_has_ended_is_refused_at_once() {
        String administrator = Neighbours.administrator("keys:admin");
        String token = accessToken(administrator);
        given().formParam("client_id", administrator)
                .formParam("client_secret", Neighbours.SECRET)
                .formParam("token", token)
                .post("/revoke")
                .then()
                .statusCode(200);

        refused("Bearer " + token, Reason.GRANT_ENDED);
    }

    @Test
    void a_token_of_a_withdrawn_key_is_refused() {
        String token = administratorToken();
        given().auth().oauth2(token).delete("/admin/keys/" + signer()).then().statusCode(200);

        refused("Bearer " + token, Reason.TOKEN_KEY_UNKNOWN);
    }

    @Test
    @Tag("RFC9728-3")
    void the_administration_is_described() {
        given().get("/.well-known/oauth-protected-resource/admin")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .body("resource", equalTo("http://localhost:8080/admin"))
                .body("resource_name", equalTo("Guichet administration"))
                .body("authorization_servers", contains("http://localhost:8080"))
                .body("scopes_supported", contains("keys:admin", "people:admin", "registry:admin"));
        given().get("/.well-known/oauth-protected-resource/other").then().statusCode(404);
    }

    private static void refused(String authorization, Reason reason) {
        var answer = given().header("Authorization", authorization).get("/admin/keys");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        assertThat(answer.<String>path("error")).isEqualTo("invalid_token");
        assertThat(pageOf(answer)).endsWith("/" + reason);
    }

    private static String pageOf(Response answer) {
        return answer.path("error_uri");
    }

    private static RequestSpecification asAdministrator() {
        return given().auth().oauth2(administratorToken());
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(accessToken(client));
    }

    private static String administratorToken() {
        return accessToken(Neighbours.administrator("keys:admin"));
    }

    private static String accessToken() {
        return accessToken(Neighbours.client());
    }

    private static String accessToken(String client) {
        ValidatableResponse answer =
                TokenCall.withSecret(client, Map.of("grant_type", "client_credentials"));
        return answer.statusCode(200).extract().path("access_token");
    }

    private static boolean isActive(String token) {
        return given().formParam("client_id", Neighbours.MOVIES_API)
                .formParam("client_secret", Neighbours.SECRET)
                .formParam("token", token)
                .post("/introspect")
                .path("active");
    }

    /** The key by which access tokens are signed now. */
    private static String signer() {
        String header = accessToken().split("\\.")[0];
        String json = new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8);
        return json.replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
    }

    private static List<String> kids(String algorithm) {
        return asAdministrator().get("/admin/keys").path(of(algorithm, "kid"));
    }

    private static Instant signsFrom(String kid) {
        String time =
                asAdministrator()
                        .get("/admin/keys")
                        .path("keys.find { it.kid == '%s' }.signs_from".formatted(kid));
        return Instant.parse(time);
    }

    private static String of(String algorithm, String member) {
        return "keys.findAll { it.algorithm == '%s' }.%s".formatted(algorithm, member);
    }
}
