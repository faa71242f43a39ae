package guichet.registry.registration;

import static guichet.kit.audit.AuditEvent.CLIENT_CHANGED;
import static guichet.kit.audit.AuditEvent.CLIENT_DELETED;
import static guichet.kit.audit.AuditEvent.CLIENT_REGISTERED;
import static guichet.kit.audit.AuditEvent.CLIENT_SECRET_REPLACED;
import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.audit.AuditCapture;
import guichet.kit.outbox.Outbox;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import guichet.registry.deletion.TokenServiceStandIn;
import guichet.resource.issuer.TestIssuer;
import guichet.resource.issuer.TestToken;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The applications that administrators keep. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenServiceStandIn.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(TestIssuer.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApplicationsTest {
    private static final String PATH = "/admin/applications";
    private static final String KIOSK =
            """
            {"name": "kiosk", "client_name": "Kiosk", "redirect_uris": ["https://kiosk.example/cb"],
             "scope": "openid movies:read"}\
            """;

    @Inject Outbox outbox;

    @AfterEach
    void delete() {
        administrator().delete(PATH + "/kiosk");
    }

    @Test
    void one_that_is_made_has_a_client_id_and_a_secret_which_is_shown_once() {
        ValidatableResponse made =
                create(KIOSK)
                        .statusCode(201)
                        .header("ETag", matchesPattern("\"\\d+\""))
                        .body("name", equalTo("kiosk"))
                        .body("scope", equalTo("openid movies:read"))
                        .body("client_secret", startsWith("gcs_"))
                        .body("$", not(hasKey("registration_access_token")));
        String clientId = made.extract().path("client_id");

        show().statusCode(200)
                .body("client_id", equalTo(clientId))
                .body("$", not(hasKey("client_secret")));
        client(clientId)
                .statusCode(200)
                .body("standing", equalTo("vouched_for"))
                .body("client_name", equalTo("Kiosk"));
        administrator().get(PATH).then().body("applications.name", hasItem("kiosk"));
    }

    @Test
    @Tag("RFC9110-10.2.2")
    void where_one_is_that_was_made_is_said() {
        create(KIOSK)
                .statusCode(201)
                .header("Location", TestIssuer.address() + "/admin/applications/kiosk");
        administrator().get("/admin/applications/kiosk").then().statusCode(200);
    }

    @Test
    @Tag("RFC9110-10.2.2")
    void one_that_would_be_made_is_nowhere() {
        administrator()
                .contentType("application/json")
                .body(KIOSK)
                .post(PATH + "?dry_run=true")
                .then()
                .statusCode(200)
                .header("Location", nullValue());
    }

    @Test
    void two_that_are_public_and_alike_are_two() {
        String open =
                KIOSK.replace("\"scope\"", "\"token_endpoint_auth_method\": \"none\", \"scope\"");
        String first = create(open).statusCode(201).extract().path("client_id");

        String registered =
                given().contentType("application/json")
                        .body(open)
                        .post("/register")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("client_id");

        assertThat(registered).isNotEqualTo(first);
    }

    @Test
    void a_change_says_which_version_it_changes_and_keeps_the_secret() {
        String clientId = create(KIOSK).extract().path("client_id");
        String renamed = KIOSK.replace("\"Kiosk\"", "\"Box office\"");

        String seen = tag();

        replace("", renamed).statusCode(428);
        replace(seen, renamed)
                .statusCode(200)
                .header("ETag", not(equalTo(seen)))
                .body("client_name", equalTo("Box office"))
                .body("client_id", equalTo(clientId))
                .body("$", not(hasKey("client_secret")));
        replace(seen, KIOSK).statusCode(412);
        String now = tag();
        replace(now, renamed).statusCode(200).header("ETag", equalTo(now));
    }

    @Test
    @Tag("RFC9110-13.1.1")
    void who_saw_one_that_is_gone_does_not_change_another_of_its_name() {
        create(KIOSK);
        String seen = tag();
        administrator().delete(PATH + "/kiosk");
        create(KIOSK);

        replace(seen, KIOSK.replace("\"Kiosk\"", "\"Box office\"")).statusCode(412);
    }

    private static String tag() {
        return show().extract().header("ETag");
    }

    @Test
    void another_secret_is_good_beside_the_last_one_which_may_be_ended_at_once() {
        TokenServiceStandIn.takesEndsOfSecrets();
        ValidatableResponse made = create(KIOSK);
        String clientId = made.extract().path("client_id");
        String first = made.extract().path("client_secret");

        String second =
                secret("")
                        .statusCode(200)
                        .body("client_id", equalTo(clientId))
                        .body("client_secret", startsWith("gcs_"))
                        .extract()
                        .path("client_secret");
        client(clientId).body("secret_hashes", containsInAnyOrder(hash(first), hash(second)));
        secret("?dry_run=true").statusCode(200).body("$", not(hasKey("client_secret")));
        client(clientId).body("secret_hashes", containsInAnyOrder(hash(first), hash(second)));

        String third =
                secret("?revoke_previous=true").statusCode(200).extract().path("client_secret");
        outbox.deliverDue().join();
        client(clientId).body("secret_hashes", contains(hash(third)));
        assertThat(TokenServiceStandIn.timesToldOfSecret(hash(first))).isOne();
        assertThat(TokenServiceStandIn.timesToldOfSecret(hash(second))).isOne();
    }

    @Test
    void one_without_a_secret_cannot_have_another() {
        create(KIOSK.replace("\"scope\"", "\"token_endpoint_auth_method\": \"none\", \"scope\""));

        secret("").statusCode(400).body("error_uri", endsWith("/errors/client-has-no-secret"));
    }

    @Test
    void of_one_that_is_not_there_nobody_has_another_secret() {
        secret("").statusCode(404);
    }

    private static ValidatableResponse secret(String query) {
        return administrator().post(PATH + "/kiosk/secret" + query).then();
    }

    private static String hash(String secret) {
        return OpaqueToken.of(secret).sha256();
    }

    @Test
    void what_is_answered_can_be_sent_back() {
        create(KIOSK);
        String shown = show().extract().asString();

        replace(tag(), shown).statusCode(200).header("ETag", equalTo(tag()));
    }

    @Test
    void a_dry_run_answers_what_would_be_and_does_nothing() {
        administrator()
                .contentType("application/json")
                .body(KIOSK)
                .queryParam("dry_run", true)
                .post(PATH)
                .then()
                .statusCode(200)
                .body("redirect_uris", contains("https://kiosk.example/cb"));

        show().statusCode(404);
    }

    @Test
    void one_that_is_deleted_is_gone_and_its_name_is_free() {
        String clientId = create(KIOSK).extract().path("client_id");

        administrator().delete(PATH + "/kiosk").then().statusCode(204);

        client(clientId).statusCode(404);
        String another = create(KIOSK).statusCode(201).extract().path("client_id");
        assertThat(another).isNotEqualTo(clientId);
    }

    @ParameterizedTest
    @CsvSource({"1, parameter-malformed", "TRUE, parameter-malformed", "'', parameter-malformed"})
    void a_word_that_is_neither_true_nor_false_does_not_pass_for_no_dry_run(
            String word, String error) {
        create(KIOSK);

        administrator()
                .queryParam("dry_run", word)
                .delete(PATH + "/kiosk")
                .then()
                .statusCode(400)
                .body("error_uri", endsWith("/errors/" + error));
        administrator()
                .delete(PATH + "/kiosk?dry_run=false&dry_run=true")
                .then()
                .statusCode(400)
                .body("error_uri", endsWith("/errors/parameter-repeated"));

        show().statusCode(200);
    }

    @Test
    void who_did_what_is_told() {
        try (var audit = new AuditCapture()) {
            create(KIOSK);
            replace(tag(), KIOSK.replace("\"Kiosk\"", "\"Box office\""));
            secret("");
            administrator().delete(PATH + "/kiosk").then().statusCode(204);

            assertThat(
                            List.of(
                                    CLIENT_REGISTERED,
                                    CLIENT_CHANGED,
                                    CLIENT_SECRET_REPLACED,
                                    CLIENT_DELETED))
                    .map(audit::event)
                    .allSatisfy(event -> {
                        assertThat(event.has("by")).isTrue();
                        assertThat(event.has("by_client")).isTrue();
                    });
        }
    }

    @Test
    void a_name_is_never_changed() {
        create(KIOSK);

        replace(tag(), KIOSK.replace("\"kiosk\"", "\"stall\""))
                .statusCode(400)
                .body("error_description", startsWith("name: it is never changed"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"name\": \"kiosk\"', '\"name\": \"Kiosk!\"', name: must be lower-case letters",
        "'\"name\": \"kiosk\"', '\"name\": null', name: must be a text",
        "'\"name\": \"kiosk\"', '\"name\": 7', name: must be a text",
        "'\"name\": \"kiosk\",', '', name: must be lower-case letters",
        "client_name, client_nane, client_nane: is not known here",
        "movies:read, registry:admin, registry:admin is not on offer",
        "movies:read, movies:fly, movies:fly is not on offer",
        "https://kiosk.example/cb, http://kiosk.example/cb, redirect_uris"
    })
    void what_cannot_be_is_told_and_not_left_out(String part, String instead, String fault) {
        create(KIOSK.replace(part, instead))
                .statusCode(400)
                .body("error_description", containsString(fault));
    }

    @Test
    void a_name_that_is_taken_is_refused() {
        create(KIOSK);

        create(KIOSK).statusCode(409).body("error_uri", endsWith("/errors/application-taken"));
    }

    @Test
    void nobody_else_may() {
        given().get(PATH).then().statusCode(401);
    }

    private static ValidatableResponse create(String body) {
        return administrator().contentType("application/json").body(body).post(PATH).then();
    }

    private static ValidatableResponse replace(String ifMatch, String body) {
        return administrator()
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .put(PATH + "/kiosk")
                .then();
    }

    private static ValidatableResponse show() {
        return administrator().get(PATH + "/kiosk").then();
    }

    private static ValidatableResponse client(String id) {
        return internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get("/internal/clients/" + id)
                .then();
    }

    private static RequestSpecification administrator() {
        String token =
                TestToken.forApi(TestIssuer.address() + "/admin")
                        .scope("registry:admin")
                        .ofApplication()
                        .signed();
        return given().header("Authorization", "Bearer " + token);
    }
}
