package guichet.token.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC8707-2.2")
class ResourceIndicatorTest {
    private static final String MOVIES = "http://localhost:8090";
    private static final String SEATS = "http://localhost:8099";

    private final String client = Neighbours.client();

    @Test
    void a_token_is_for_the_api_that_is_named_and_has_its_scope_alone() throws Exception {
        var answer = redeemed("movies:read seats:read", "", SEATS);

        assertThat(audience(answer)).isEqualTo(SEATS);
        answer.body("scope", equalTo("seats:read"));
    }

    @Test
    void it_may_be_for_several() throws Exception {
        var answer = redeemed("movies:read seats:read", "", MOVIES, SEATS);

        assertThat(audience(answer)).isEqualTo(List.of(MOVIES, SEATS));
    }

    @Test
    void without_a_name_it_is_for_the_one_that_the_scope_belongs_to() throws Exception {
        assertThat(audience(redeemed("seats:read", ""))).isEqualTo(SEATS);
    }

    @Test
    void scopes_of_several_without_a_name_are_refused_with_the_choice() {
        redeemed("movies:read seats:read", "")
                .statusCode(400)
                .body("error", equalTo("invalid_target"))
                .body("error_description", containsString(MOVIES + " and " + SEATS))
                .body("error_uri", endsWith("/errors/resource-ambiguous"));
    }

    @Test
    void an_application_that_names_neither_scope_nor_api_means_the_default() throws Exception {
        var answer = TokenCall.withSecret(client, Map.of("grant_type", "client_credentials"));

        assertThat(audience(answer)).isEqualTo(MOVIES);
        answer.body("scope", equalTo("stats:read"));
    }

    @Test
    void an_api_that_is_not_on_offer_is_an_invalid_target() {
        redeemed("movies:read", "", "https://elsewhere.example")
                .statusCode(400)
                .body("error", equalTo("invalid_target"));
    }

    @Test
    void an_api_that_the_authorization_request_did_not_name_is_an_invalid_target() {
        redeemed("movies:read seats:read", "\"" + MOVIES + "\"", SEATS)
                .statusCode(400)
                .body("error", equalTo("invalid_target"));
    }

    @Test
    void a_code_for_an_api_that_is_not_on_offer_is_left_good() {
        String code =
                Neighbours.untouchedCode(
                        "resource-unknown", "resource is not the identifier of an API on offer");

        redeem(code, "https://elsewhere.example")
                .statusCode(400)
                .body("error", equalTo("invalid_target"))
                .body("error_uri", endsWith("/errors/resource-unknown"));
    }

    @Test
    void who_keeps_the_code_is_told_for_which_apis_it_is_as_they_are_registered() {
        String code =
                Neighbours.codeFor(
                        SEATS, Neighbours.grant(UUID.randomUUID(), client, "seats:read", ""));

        redeem(code, SEATS + "/").statusCode(200);
    }

    @Test
    void a_code_that_was_left_good_is_an_invalid_target() {
        String code =
                Neighbours.untouchedCode(
                        "resource-without-scope", "no scope belongs to that resource");

        redeem(code, SEATS)
                .statusCode(400)
                .body("error", equalTo("invalid_target"))
                .body("error_description", equalTo("no scope belongs to that resource"))
                .body("error_uri", endsWith("/errors/resource-without-scope"));
    }

    @Test
    void an_api_to_which_no_granted_scope_belongs_is_an_invalid_target() {
        redeemed("movies:read", "", SEATS)
                .statusCode(400)
                .body("error", equalTo("invalid_target"))
                .body("error_uri", endsWith("/errors/resource-without-scope"));
    }

    @Test
    void what_the_authorization_request_named_holds_where_the_token_request_names_none()
            throws Exception {
        var answer = redeemed("movies:read seats:read", "\"" + SEATS + "\"");

        assertThat(audience(answer)).isEqualTo(SEATS);
    }

    @Test
    void each_refresh_may_name_another_api() throws Exception {
        String refreshToken =
                redeemed("movies:read seats:read", "", MOVIES).extract().path("refresh_token");

        var answer =
                TokenCall.withSecret(
                        client,
                        Map.of(
                                "grant_type", "refresh_token",
                                "refresh_token", refreshToken,
                                "resource", SEATS));

        assertThat(audience(answer)).isEqualTo(SEATS);
    }

    @Test
    void an_application_names_the_api_that_it_acts_on_too() throws Exception {
        var answer =
                TokenCall.withSecret(
                        client, Map.of("grant_type", "client_credentials", "resource", SEATS));

        assertThat(audience(answer)).isEqualTo(SEATS);
    }

    private ValidatableResponse redeemed(String scope, String granted, String... resources) {
        String grant = Neighbours.grant(UUID.randomUUID(), client, scope, granted);
        return redeem(Neighbours.codeOf(grant), resources);
    }

    private ValidatableResponse redeem(String code, String... resources) {
        var request =
                RestAssured.given()
                        .formParam("client_id", client)
                        .formParam("client_secret", Neighbours.SECRET)
                        .formParam("grant_type", "authorization_code")
                        .formParam("code", code);
        for (String resource : resources) {
            request.formParam("resource", resource);
        }
        return request.post("/token").then();
    }

    private static Object audience(ValidatableResponse answer) throws Exception {
        String token = answer.statusCode(200).extract().path("access_token");
        String payload =
                new String(
                        Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]),
                        StandardCharsets.UTF_8);
        return JsonUtil.parseJson(payload).get("aud");
    }
}
