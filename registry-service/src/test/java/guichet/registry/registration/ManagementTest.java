package guichet.registry.registration;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that reads and changes its own registration. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ManagementTest {
    private Map<String, Object> registered;

    @BeforeEach
    void register() {
        registered = Registration.with("tos_uri", "null").statusCode(201).extract().path("$");
    }

    @Test
    @Tag("RFC7592-3")
    void a_registration_says_where_and_with_what_it_is_managed() {
        assertThat(registered.get("registration_client_uri"))
                .isEqualTo("http://localhost:8080/register/" + id());
        assertThat(OpaqueToken.of(token()).isWellFormed(TokenKind.REGISTRATION_ACCESS_TOKEN))
                .isTrue();
    }

    @Test
    @Tag("RFC7592-2.1")
    void it_can_be_read_without_the_secret() {
        with(token())
                .get("/register/" + id())
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("client_id", equalTo(id()))
                .body("client_name", equalTo("Ciné Club"))
                .body("client_secret", nullValue())
                .body("registration_access_token", equalTo(token()));
    }

    @Test
    @Tag("RFC7592-2.2")
    void it_is_replaced_as_a_whole() {
        replace(
                        token(),
                        "\"client_name\": \"Ciné Club 2\", \"redirect_uris\":"
                                + " [\"https://cine.example/2\"]")
                .statusCode(200)
                .body("client_name", equalTo("Ciné Club 2"))
                .body("redirect_uris", equalTo(List.of("https://cine.example/2")))
                .body("client_secret", nullValue())
                .body("registration_access_token", not(equalTo(token())));

        lookUp().body("client_name", equalTo("Ciné Club 2"))
                .body("redirect_uris", equalTo(List.of("https://cine.example/2")))
                .body("secret_hashes", equalTo(List.of(OpaqueToken.of(secret()).sha256())));
    }

    @Test
    @Tag("RFC7592-2.2")
    void the_last_token_is_good_until_the_new_one_is_used() {
        String next = update(token()).extract().path("registration_access_token");
        String other = update(token()).extract().path("registration_access_token");

        with(next).get("/register/" + id()).then().statusCode(401);
        with(other).get("/register/" + id()).then().statusCode(200);
        with(token()).get("/register/" + id()).then().statusCode(401);
    }

    @Test
    @Tag("RFC7592-2.2")
    void a_client_that_becomes_public_loses_its_secret_and_is_given_one_when_it_comes_back() {
        String next =
                replace(token(), member("\"token_endpoint_auth_method\": \"none\""))
                        .statusCode(200)
                        .extract()
                        .path("registration_access_token");
        lookUp().body("secret_hashes", hasSize(0));

        replace(next, member("\"token_endpoint_auth_method\": \"client_secret_basic\""))
                .statusCode(200)
                .body("client_secret", startsWith("gcs_"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registration_access_token",
                "registration_client_uri",
                "client_secret_expires_at",
                "client_id_issued_at"
            })
    @Tag("RFC7592-2.2")
    void what_the_server_says_cannot_be_sent(String name) {
        replace(token(), member("\"%s\": \"x\"".formatted(name)))
                .statusCode(400)
                .body("error", equalTo("invalid_request"))
                .body("error_description", startsWith(name));
    }

    @Test
    @Tag("RFC7592-2.2")
    void a_secret_that_is_sent_must_be_the_present_one() {
        replace(token(), member("\"client_secret\": \"one of my own\""))
                .statusCode(400)
                .body("error_description", startsWith("client_secret must be the present one"));

        replace(token(), member("\"client_secret\": \"%s\"".formatted(secret()))).statusCode(200);
    }

    @Test
    @Tag("RFC7592-2.2")
    void the_client_id_of_the_body_must_be_the_one_of_the_address() {
        with(token())
                .contentType("application/json")
                .body("{\"client_id\": \"another\", %s}".formatted(member("\"tos_uri\": null")))
                .put("/register/" + id())
                .then()
                .statusCode(400)
                .body("error_description", containsString("client_id"));
    }

    @Test
    @Tag("RFC7592-2.2")
    void bad_metadata_changes_nothing() {
        replace(token(), "\"client_name\": \"Other\", \"redirect_uris\": [\"javascript:alert(1)\"]")
                .statusCode(400)
                .body("error", equalTo("invalid_redirect_uri"));

        lookUp().body("client_name", equalTo("Ciné Club"));
    }

    @Test
    @Tag("RFC7592-2.1")
    void nothing_tells_an_unknown_client_from_a_wrong_token() {
        var unknown = with(token()).get("/register/nobody").then().statusCode(401).extract();
        var wrong = with("grg_wrong").get("/register/" + id()).then().statusCode(401).extract();

        assertThat(unknown.asString()).isEqualTo(wrong.asString());
        assertThat(unknown.header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\"");
    }

    @Test
    @Tag("RFC6750-3.1")
    void without_a_token_the_challenge_names_no_error() {
        given().get("/register/" + id())
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void another_clients_token_opens_nothing() {
        String other =
                Registration.with("tos_uri", "null").extract().path("registration_access_token");

        update(other).statusCode(401);
        with(other).post("/register/%s/secret".formatted(id())).then().statusCode(401);
    }

    @Test
    void two_secrets_are_good_at_once_and_never_three() {
        String second = newSecret();
        lookUp().body("secret_hashes", hasSize(2));

        String third = newSecret();

        lookUp().body("secret_hashes", hasSize(2));
        List<String> hashes = lookUp().extract().path("secret_hashes");
        assertThat(hashes)
                .containsExactlyInAnyOrder(
                        OpaqueToken.of(second).sha256(), OpaqueToken.of(third).sha256());
    }

    @Test
    void a_client_without_a_secret_cannot_have_another() {
        var publicClient =
                Registration.of(
                                """
                                {"client_name": "Alone", "redirect_uris": ["com.example.alone:/cb"],
                                 "token_endpoint_auth_method": "none"}\
                                """)
                        .extract();

        with(publicClient.path("registration_access_token"))
                .post("/register/%s/secret".formatted(publicClient.<String>path("client_id")))
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    private String newSecret() {
        return with(token())
                .post("/register/%s/secret".formatted(id()))
                .then()
                .statusCode(200)
                .extract()
                .path("client_secret");
    }

    private ValidatableResponse update(String token) {
        return replace(token, member("\"tos_uri\": null"));
    }

    private ValidatableResponse replace(String token, String members) {
        return with(token)
                .contentType("application/json")
                .body("{\"client_id\": \"%s\", %s}".formatted(id(), members))
                .put("/register/" + id())
                .then();
    }

    private static String member(String member) {
        return "\"client_name\": \"Ciné Club\", \"redirect_uris\": [\"https://cine.example/cb\"], "
                + member;
    }

    private ValidatableResponse lookUp() {
        return internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get("/internal/clients/" + id())
                .then()
                .statusCode(200);
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private String id() {
        return (String) registered.get("client_id");
    }

    private String token() {
        return (String) registered.get("registration_access_token");
    }

    private String secret() {
        return (String) registered.get("client_secret");
    }
}
