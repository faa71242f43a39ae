package guichet.resource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;

import guichet.oauth.Reason;
import guichet.resource.issuer.TestIssuer;
import guichet.resource.issuer.TestStatusList;
import guichet.resource.issuer.TestToken;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Quarkus Security knows of a token, and how it refuses one. */
@QuarkusTest
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuarkusSecurityTest {
    private static final String REALM =
            "Bearer realm=\"https://box.example\","
                    + " resource_metadata=\"https://box.example/.well-known/oauth-protected-resource\"";

    @Test
    void the_identity_the_json_web_token_and_our_own_are_one() {
        asked("/rack", token().scope("box:read box:write").subject("alice"))
                .then()
                .statusCode(200)
                .body(is("alice, an-application, box:read box:write"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/rack", "/rack/either", "/rack/role", "/rack/reactive", "/rack/policy"})
    void a_scope_is_a_permission_and_a_role(String path) {
        assertThat(asked(path, token().scope("box:read")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rack", "/rack/role", "/rack/nobody", "/rack/policy"})
    @Tag("RFC6750-3.1")
    void a_token_with_another_scope_is_insufficient(String path) {
        var answer = asked(path, token().scope("box:write box:read,"));

        answer.then()
                .statusCode(403)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("error", equalTo("insufficient_scope"))
                .body("error_uri", equalTo(Reason.SCOPE_INSUFFICIENT.page(TestIssuer.address())));
        assertThat(challengeOf(answer)).startsWith(REALM).contains("error=\"insufficient_scope\"");
    }

    @Test
    @Tag("RFC9068-2.2.3.1")
    void a_role_of_the_person_is_a_role_by_a_name_that_no_scope_has() {
        asked("/rack/editor", token().with("roles", List.of("editor", "critic")))
                .then()
                .statusCode(200)
                .body(is("editor critic, []"));
        assertThat(asked("/rack/editor", token().scope("editor role")).statusCode()).isEqualTo(403);
        assertThat(asked("/rack/editor", token().with("roles", List.of("critic"))).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rack", "/rack/either", "/rack/role", "/rack/policy"})
    void neither_a_role_nor_a_group_opens_what_a_scope_of_that_name_does(String path) {
        var names = List.of("box:read", "role box:read");
        var token = token().scope("other").with("roles", names).with("groups", names);

        assertThat(asked(path, token).statusCode()).isEqualTo(403);
    }

    @Test
    void no_group_is_a_role_and_each_can_be_read() {
        var groups = List.of("role editor", "editor");

        assertThat(asked("/rack/editor", token().with("groups", groups)).statusCode())
                .isEqualTo(403);
        asked("/rack/editor", token().with("groups", groups).with("roles", List.of("editor")))
                .then()
                .statusCode(200)
                .body(is("editor, [editor, role editor]"));
    }

    @Test
    void roles_that_are_no_array_are_no_roles_of_anybody() {
        asked("/rack/editor", token().with("roles", "editor"))
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_token"));
    }

    @ParameterizedTest
    @CsvSource({
        "/rack/whole,  box,                200",
        "/rack/whole,  box:read,           403",
        "/rack,        box,                403",
        "/rack,        box:read:all,       403",
        "/rack/either, box:write,          200",
        "/rack/either, box,                403",
        "/rack/both,   box:write box:read, 200",
        "/rack/both,   box:write,          403"
    })
    @Tag("RFC6749-3.3")
    void a_scope_is_compared_as_a_whole(String path, String scope, int status) {
        assertThat(asked(path, token().scope(scope)).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rack",
                "/rack/either",
                "/rack/role",
                "/rack/reactive",
                "/rack/nobody",
                "/rack/policy"
            })
    @Tag("RFC6750-3.1")
    void without_a_token_there_is_a_challenge_and_no_error_code(String path) {
        var answer = given().get(path);

        answer.then()
                .statusCode(401)
                .body("error_uri", equalTo(Reason.TOKEN_MISSING.page(TestIssuer.address())));
        assertThat(challengeOf(answer)).startsWith(REALM).doesNotContain("error=");
    }

    @Test
    @Tag("RFC6750-3")
    void the_challenge_names_the_permissions() {
        assertThat(challengeOf(given().get("/rack"))).isEqualTo(REALM + ", scope=\"box:read\"");
        assertThat(challengeOf(given().get("/rack/either")))
                .isEqualTo(REALM + ", scope=\"box:read box:write\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rack", "/rack/role", "/rack/reactive", "/rack/policy"})
    @Tag("RFC6750-3.1")
    void what_is_wrong_with_a_token_is_said(String path) {
        var answer = asked(path, token().with("aud", "https://other.example"));

        answer.then()
                .statusCode(401)
                .contentType("application/json")
                .body("error", equalTo("invalid_token"))
                .body("error_description", containsString("another API"));
        assertThat(challengeOf(answer)).startsWith(REALM).contains("error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rack", "/rack/reactive", "/rack/policy"})
    @Tag("RFC6750-2.3")
    void a_token_in_the_address_is_refused(String path) {
        given().queryParam("access_token", "x")
                .get(path)
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rack", "/rack/reactive", "/rack/policy"})
    void an_event_loop_has_a_worker_wait_for_the_issuer(String path) {
        int list = 80 + path.length(); // that no token has named yet
        TestIssuer.publishes(list, TestStatusList.of(list));
        var place = Map.of("idx", 5, "uri", TestIssuer.list(list));

        var answer =
                asked(path, token().scope("box:read").with("status", Map.of("status_list", place)));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void where_no_rule_asks_nobody_looks_at_a_token() {
        given().header("Authorization", "Bearer of another kind, access_token=")
                .get("/rack/opaque")
                .then()
                .statusCode(200)
                .body(is("Bearer of another kind, access_token="));
    }

    @Test
    void open_api_tells_of_the_tokens() {
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("components.securitySchemes.SecurityScheme.scheme", equalTo("bearer"))
                .body("paths.'/rack'.get", hasKey("security"))
                .body("paths.'/rack/role'.get", hasKey("security"));
    }

    private static Response asked(String path, TestToken token) {
        return given().auth().oauth2(token.signed()).get(path);
    }

    private static String challengeOf(Response answer) {
        assertThat(answer.headers().getValues("WWW-Authenticate")).hasSize(1);
        return answer.header("WWW-Authenticate");
    }

    private static TestToken token() {
        return TestToken.forApi("https://box.example");
    }
}
