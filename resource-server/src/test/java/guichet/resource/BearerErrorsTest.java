package guichet.resource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.Reason;
import guichet.resource.issuer.TestIssuer;
import guichet.resource.issuer.TestStatusList;
import guichet.resource.issuer.TestToken;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a refusal reads, RFC 6750 §3, to the letter. */
@QuarkusTest
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BearerErrorsTest {
    @Inject TestClock clock;

    private static final String REALM =
            "Bearer realm=\"https://box.example\","
                    + " resource_metadata=\"https://box.example/.well-known/oauth-protected-resource\","
                    + " scope=\"box:read\"";

    @Test
    @Tag("RFC6750-3.1")
    void without_a_token_the_challenge_names_the_scope_and_no_error() {
        var answer = given().get("/box");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(challengeOf(answer)).isEqualTo(REALM);
        assertThat(answer.jsonPath().getString("error_description")).contains("access token");
        assertThat(answer.jsonPath().getString("error_uri"))
                .isEqualTo(Reason.TOKEN_MISSING.page(TestIssuer.address()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearertoken", "DPoP x", ""})
    @Tag("RFC6750-3.1")
    void another_scheme_is_no_token(String header) {
        var answer = given().header("Authorization", header).get("/box");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(challengeOf(answer)).isEqualTo(REALM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "bearer a, b"})
    @Tag("RFC6750-3.1")
    void a_malformed_header_is_an_invalid_request(String header) {
        var answer = given().header("Authorization", header).get("/box");

        assertRefused(
                answer,
                400,
                "invalid_request",
                Reason.TOKEN_HEADER_MALFORMED,
                "after Bearer comes one token");
    }

    @Test
    @Tag("RFC6750-3.1")
    void two_headers_are_an_invalid_request() {
        var answer =
                given().header("Authorization", "Bearer " + good())
                        .header("Authorization", "Bearer " + good())
                        .get("/box");

        assertRefused(
                answer,
                400,
                "invalid_request",
                Reason.TOKEN_HEADER_MALFORMED,
                "send one Authorization header and no more");
    }

    @Test
    @Tag("RFC6750-2.3")
    void a_token_in_the_address_is_an_invalid_request_even_beside_a_good_one() {
        var answer = given().auth().oauth2(good()).queryParam("access_token", good()).get("/box");

        assertRefused(
                answer,
                400,
                "invalid_request",
                Reason.TOKEN_MISPLACED,
                "a token in the address ends up in logs: send it as Authorization: Bearer");
    }

    @Test
    @Tag("RFC6750-2.2")
    void a_token_in_a_form_is_an_invalid_request_even_beside_a_good_one() {
        var alone = given().formParam("access_token", good()).post("/box");
        var beside =
                given().auth()
                        .oauth2(good())
                        .formParam("thing", "x")
                        .formParam("access_token", good())
                        .post("/box");

        String fault = "a token in the body is not taken: send it as Authorization: Bearer";
        assertRefused(alone, 400, "invalid_request", Reason.TOKEN_MISPLACED, fault);
        assertRefused(beside, 400, "invalid_request", Reason.TOKEN_MISPLACED, fault);
    }

    @Test
    void a_form_reaches_its_endpoint() {
        var answer = given().auth().oauth2(good()).formParam("thing", "a é, b=c&d").post("/box");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).isEqualTo("a é, b=c&d");
    }

    @Test
    @Tag("RFC6750-3.1")
    void an_expired_token_is_invalid() {
        String expired =
                token().at("iat", Instant.now().minusSeconds(99))
                        .at("exp", Instant.now().minusSeconds(40))
                        .signed();

        var answer = given().auth().oauth2(expired).get("/box");

        assertRefused(
                answer,
                401,
                "invalid_token",
                Reason.TOKEN_EXPIRED,
                "the token has expired: get a new one");
    }

    @Test
    @Tag("RFC6750-3.1")
    void a_token_without_the_scope_is_insufficient() {
        String token = TestToken.forApi("https://box.example").scope("box:write").signed();

        var answer = given().auth().oauth2(token).get("/box");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(challengeOf(answer))
                .isEqualTo(
                        REALM
                                + ", error=\"insufficient_scope\", error_description=\"the token"
                                + " lacks the scope box:read, which this needs\", error_uri=\""
                                + Reason.SCOPE_INSUFFICIENT.page(TestIssuer.address())
                                + "\"");
        assertThat(answer.jsonPath().getString("error")).isEqualTo("insufficient_scope");
    }

    @Test
    void a_token_without_any_scope_is_insufficient() {
        String token = TestToken.forApi("https://box.example").signed();

        assertThat(given().auth().oauth2(token).get("/box").statusCode()).isEqualTo(403);
    }

    @Test
    @Tag("RFC9068-2.2")
    void an_application_is_kept_from_what_is_a_persons_and_the_reverse() {
        String application = token().ofApplication().signed();

        assertThat(statusOf("/box/own", good())).isEqualTo(200);
        assertThat(statusOf("/box/own", application)).isEqualTo(403);
        assertThat(statusOf("/box/all", application)).isEqualTo(200);
        assertThat(statusOf("/box/all", good())).isEqualTo(403);
    }

    @Test
    @Tag("RFC9110-11.1")
    void the_scheme_is_taken_in_any_case() {
        var answer = given().header("Authorization", "bEARER  " + good()).get("/box");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void an_event_loop_has_a_worker_wait_for_a_key_and_for_a_status_list() {
        var next = TestIssuer.newKey("next");
        TestIssuer.publishes(TestIssuer.KEY, next);
        TestIssuer.publishes(70, TestStatusList.of(70));
        clock.pass(Duration.ofSeconds(5));
        String token = placedAt(70, Instant.now()).signedBy(next).signed();

        assertThat(statusOf("/box/reactive", token)).isEqualTo(200);
    }

    @Test
    @Tag("StatusList-8.3")
    void a_token_whose_grant_has_ended_is_refused_and_says_so() {
        TestIssuer.publishes(71, TestStatusList.of(71, 5));

        var answer = given().auth().oauth2(placedAt(71, Instant.now()).signed()).get("/box");

        assertRefused(
                answer,
                401,
                "invalid_token",
                Reason.GRANT_ENDED,
                "the permission behind the token was revoked: ask for it again");
    }

    @Test
    void a_token_whose_status_is_not_to_be_had_may_be_taken_later() {
        TestIssuer.answers(72, aResponse().withStatus(503));
        String token = placedAt(72, Instant.now().minus(Duration.ofMinutes(11))).signed();

        var answer = given().auth().oauth2(token).get("/box");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.jsonPath().getString("error_uri"))
                .isEqualTo(Reason.STATUS_NOT_HERE.page(TestIssuer.address()));
    }

    private static TestToken placedAt(int list, Instant issuedAt) {
        return token().at("iat", issuedAt)
                .with(
                        "status",
                        Map.of("status_list", Map.of("idx", 5, "uri", TestIssuer.list(list))));
    }

    @Test
    void an_endpoint_that_forgot_its_scope_sees_no_token() {
        assertThat(statusOf("/box/careless", good())).isEqualTo(500);
    }

    private static void assertRefused(
            Response answer, int status, String error, Reason reason, String fault) {
        String page = reason.page(TestIssuer.address());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(challengeOf(answer))
                .isEqualTo(
                        "%s, error=\"%s\", error_description=\"%s\", error_uri=\"%s\""
                                .formatted(REALM, error, fault, page));
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.jsonPath().getString("error")).isEqualTo(error);
        assertThat(answer.jsonPath().getString("error_description")).isEqualTo(fault);
        assertThat(answer.jsonPath().getString("error_uri")).isEqualTo(page);
    }

    private static String challengeOf(Response answer) {
        assertThat(answer.headers().getValues("WWW-Authenticate")).hasSize(1);
        return answer.header("WWW-Authenticate");
    }

    private static int statusOf(String path, String token) {
        return given().auth().oauth2(token).get(path).statusCode();
    }

    private static TestToken token() {
        return TestToken.forApi("https://box.example").scope("box:read");
    }

    private static String good() {
        return token().signed();
    }
}
