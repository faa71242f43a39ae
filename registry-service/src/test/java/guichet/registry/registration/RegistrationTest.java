package guichet.registry.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistrationTest {
    private final EntityManager database;

    RegistrationTest(EntityManager database) {
        this.database = database;
    }

    @Test
    @Tag("RFC7591-3.2.1")
    void the_fields_of_the_slides_are_stored_and_answered() {
        Registration.of(
                        """
                        {"client_name": "Ciné Club", "client_uri": "https://cine.example",
                         "description": "Evenings in good company",
                         "logo_uri": "https://cine.example/logo.png",
                         "redirect_uris": ["https://cine.example/cb"],
                         "failure_redirect_uri": "https://cine.example/sorry"}\
                        """)
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("client_id", notNullValue())
                .body("client_secret", startsWith("gcs_"))
                .body("client_id_issued_at", greaterThan(1_700_000_000))
                .body("client_secret_expires_at", equalTo(0))
                .body("client_name", equalTo("Ciné Club"))
                .body("client_uri", equalTo("https://cine.example"))
                .body("description", equalTo("Evenings in good company"))
                .body("logo_uri", equalTo("https://cine.example/logo.png"))
                .body("redirect_uris", contains("https://cine.example/cb"))
                .body("failure_redirect_uri", equalTo("https://cine.example/sorry"));
    }

    @Test
    @Tag("RFC7591-2.2")
    void what_is_said_in_other_languages_is_stored_and_answered() {
        var answer =
                Registration.of(
                                """
                                {"client_name": "Film club", "client_name#fr": "Ciné Club",
                                 "tos_uri#fr-ca": "https://cine.example/conditions",
                                 "colour#fr": "bleu",
                                 "redirect_uris": ["https://cine.example/cb"]}\
                                """)
                        .statusCode(201)
                        .body("client_name", equalTo("Film club"))
                        .body("'client_name#fr'", equalTo("Ciné Club"))
                        .body("'tos_uri#fr-CA'", equalTo("https://cine.example/conditions"))
                        .body("'colour#fr'", nullValue())
                        .body("in_other_languages", nullValue())
                        .extract();

        given().auth()
                .oauth2(answer.path("registration_access_token"))
                .get("/register/" + answer.<String>path("client_id"))
                .then()
                .statusCode(200)
                .body("'client_name#fr'", equalTo("Ciné Club"));
    }

    @ParameterizedTest
    @Tag("RFC7591-2.2")
    @CsvSource(
            delimiter = '|',
            value = {
                "client_name# | \"Ciné Club\" | a language tag",
                "client_name#a_b | \"Ciné Club\" | a language tag",
                "client_name#french! | \"Ciné Club\" | a language tag",
                "client_name#fr | 42 | must be a string",
                "client_name#fr | \"Ciné \\u202Ebulc\" | invisible",
                "logo_uri#fr | \"javascript:alert(1)\" | https",
            })
    void what_is_said_in_another_language_is_held_to_the_same_rules(
            String member, String json, String why) {
        Registration.with(member, json)
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_description", containsString(why));
    }

    @Test
    @Tag("RFC7591-2.2")
    void a_language_that_is_written_in_two_ways_is_refused() {
        Registration.of(
                        """
                        {"client_name#fr": "Ciné Club", "client_name#FR": "Autre club",
                         "redirect_uris": ["https://cine.example/cb"]}\
                        """)
                .statusCode(400)
                .body("error_description", containsString("client_name#fr"));
    }

    @Test
    @Tag("RFC7591-2")
    void what_is_left_out_is_filled_in() {
        Registration.with("tos_uri", "null")
                .statusCode(201)
                .body("grant_types", contains("authorization_code"))
                .body("response_types", contains("code"))
                .body("token_endpoint_auth_method", equalTo("client_secret_basic"))
                .body(
                        "scope",
                        equalTo(
                                "movies:read movies:write openid profile email address phone"
                                        + " offline_access"));
    }

    @Test
    @Tag("RFC7591-2")
    void a_public_client_is_given_no_secret() {
        Registration.with("token_endpoint_auth_method", "\"none\"")
                .statusCode(201)
                .body("client_secret", nullValue())
                .body("client_secret_expires_at", nullValue());
    }

    @Test
    void an_application_without_people_needs_no_redirect_address() {
        Registration.of(
                        """
                        {"client_name": "Batch", "grant_types": ["client_credentials"]}\
                        """)
                .statusCode(201)
                .body("scope", equalTo("stats:read"));
    }

    @Test
    @Tag("RFC7591-2")
    void unknown_members_are_ignored() {
        Registration.with("software_colour", "{\"deep\": [1]}").statusCode(201);
    }

    @Test
    void only_the_hash_of_the_secret_is_stored() {
        var answer = Registration.with("tos_uri", "null").extract();
        var secret = OpaqueToken.of(answer.path("client_secret"));
        String clientId = answer.path("client_id");

        var stored =
                database.createNativeQuery(
                                "select sha256 from client_secret where client_id = :client")
                        .setParameter("client", clientId)
                        .getSingleResult();

        assertThat(stored).isEqualTo(secret.sha256());
    }

    @ParameterizedTest
    @Tag("RFC7591-3.2.2")
    @CsvSource(
            delimiter = '|',
            value = {
                "client_name | 42",
                "client_name | \"Ciné\\u0007Club\"",
                "client_name | \"Ciné \\u202Ebulc\"",
                "client_name | \"zero\\u200Bwidth\"",
                "client_name | \"line\\nfeed\"",
                "client_name | \"pay\\u200Dpal\"",
                "description | \"\\u2066films\\u2069\"",
                "software_id | \"a\\u200Db\"",
                "client_uri | \"cine.example\"",
                "client_uri | \"ftp://cine.example\"",
                "client_uri | \"http://cine.example\"",
                "client_uri | \"https://cine.example@evil.example/\"",
                "logo_uri | \"https://me@cine.example/logo.png\"",
                "logo_uri | \"javascript:alert(1)\"",
                "tos_uri | \"https:///no-host\"",
                "tos_uri | \"https://cine.example:me@evil.example/\"",
                "policy_uri | \"https://cine.example@evil.example/\"",
                "policy_uri | [\"https://cine.example\"]",
                "contacts | \"mail@cine.example\"",
                "contacts | [1]",
                "grant_types | [\"magic\"]",
                "grant_types | [\"refresh_token\"]",
                "grant_types | []",
                "response_types | [\"token\"]",
                "scope | \"stats:read\"",
                "scope | \"movies\\\"read\"",
            })
    void a_field_that_cannot_be_registered_is_named(String field, String json) {
        Registration.with(field, json)
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_description", startsWith(field + ": "));
    }

    @ParameterizedTest
    @Tag("RFC5892-A.1")
    @ValueSource(
            strings = {
                "می\u200Cخواهم فیلم",
                "क्\u200Dष film",
                "Famille 👨\u200D👩\u200D👧 Ciné",
                "映画クラブ"
            })
    void a_name_is_written_as_its_script_wants_it(String name) {
        Registration.with("client_name", '"' + name + '"')
                .statusCode(201)
                .body("client_name", equalTo(name));
    }

    /** Such names exist in DNS and in compose files. */
    @ParameterizedTest
    @Tag("RFC3986-3.2.2")
    @CsvSource(
            delimiter = '|',
            value = {
                "client_uri | \"https://my_app.example\"",
                "logo_uri | \"https://bücher.example/l.png\"",
                "backchannel_logout_uri | \"https://my_app.example/out\"",
                "post_logout_redirect_uris | [\"https://my_app.example/bye\"]",
                "jwks_uri | \"https://my_app.example/jwks\"",
                "request_uris | [\"https://my_app.example/request\"]",
            })
    void a_host_may_have_any_name_that_dns_has(String field, String json) {
        Registration.with(field, json).statusCode(201);
    }

    @Test
    void an_over_long_value_is_refused() {
        Registration.with("client_name", "\"%s\"".formatted("x".repeat(101)))
                .statusCode(400)
                .body("error_description", containsString("100 characters"));
    }

    @Test
    void a_public_client_may_not_act_as_itself() {
        Registration.of(
                        """
                        {"client_name": "Leaky", "grant_types": ["client_credentials"],
                         "token_endpoint_auth_method": "none"}\
                        """)
                .statusCode(400)
                .body("error_description", containsString("keep a secret"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{", "[]", "''", "{} {}", "{\"a\":1,\"a\":2}", "\"text\""})
    void a_body_that_is_not_one_json_object_is_refused(String body) {
        Registration.of(body).statusCode(400).body("error", equalTo("invalid_request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain"})
    void a_body_of_another_type_is_told_what_to_send(String type) {
        given().contentType(type)
                .body("client_name=x")
                .post("/register")
                .then()
                .statusCode(415)
                .body("error_description", endsWith("send application/json"));
    }

    @Test
    void a_browser_at_another_origin_can_register_and_read_refusals() {
        given().header("Origin", "https://spa.example")
                .contentType("application/json")
                .body("{}")
                .post("/register")
                .then()
                .statusCode(400)
                .header("Access-Control-Allow-Origin", equalTo("*"));
    }

    @Test
    void what_had_better_be_otherwise_is_said_with_the_answer() {
        Registration.with("grant_types", "[\"password\"]")
                .statusCode(201)
                .body("lint[0].rule", equalTo("G001"))
                .body("lint[0].severity", equalTo("error"))
                .body("lint[0].source", equalTo("RFC 9700 §2.4"));
    }
}
