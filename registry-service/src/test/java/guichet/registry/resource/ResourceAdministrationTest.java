package guichet.registry.resource;

import static guichet.kit.audit.AuditEvent.RESOURCE_ADDED;
import static guichet.kit.audit.AuditEvent.RESOURCE_CHANGED;
import static guichet.kit.audit.AuditEvent.RESOURCE_DELETED;
import static guichet.kit.internal.InternalCalls.internally;
import static guichet.registry.resource.Seats.api;
import static guichet.registry.resource.Seats.create;
import static guichet.registry.resource.Seats.delete;
import static guichet.registry.resource.Seats.replace;
import static guichet.registry.resource.Seats.show;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.kit.audit.AuditCapture;
import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.outbox.Outbox;
import guichet.kit.postgres.TestPostgres;
import guichet.registry.deletion.TokenServiceStandIn;
import guichet.registryclient.RegistryAnswers;
import guichet.resource.issuer.TestIssuer;
import guichet.resource.issuer.TestToken;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The APIs that administrators make, change and delete. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenServiceStandIn.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(TestIssuer.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResourceAdministrationTest {
    private static final String BOTH =
            "{\"client_name\": \"Box office\", \"scope\": \"seats:read seats:book\","
                    + " \"redirect_uris\": [\"https://box.example/cb\"]}";

    private final Outbox outbox;

    ResourceAdministrationTest(Outbox outbox) {
        this.outbox = outbox;
    }

    @AfterEach
    void takeThemAway() {
        delete("seats", true);
        delete("stalls", true);
    }

    @Test
    @Tag("RFC8707-2")
    void an_api_that_is_made_is_on_offer_at_once() {
        create(api("seats", "\"access_token_lifetime\": 300"))
                .statusCode(201)
                .header("Location", endsWith("/admin/resources/seats"))
                .header("ETag", matchesPattern("\"\\d+\""))
                .body("identifier", equalTo("https://seats.example"))
                .body("signing_algorithm", equalTo("ES256"))
                .body("declared", equalTo(false));

        offered()
                .body("identifier", hasItem("https://seats.example"))
                .body(
                        "find { it.identifier == 'https://seats.example' }.scopes.name",
                        contains("seats:read", "seats:book"))
                .body(
                        "find { it.identifier == 'https://seats.example' }.scopes[0].description",
                        equalTo("See the seats"))
                .body(
                        "find { it.identifier == 'https://seats.example' }.access_token_lifetime",
                        equalTo(300));
    }

    /** Another one is the default already. */
    @ParameterizedTest
    @GoldenSource("resources")
    void it_is_told_as_the_contract_has_it(Golden golden) {
        var api = (ObjectNode) Golden.today("resources").response().path(0);
        api.setAll((ObjectNode) golden.response().path(0)); // an older one has less
        create(
                        """
                        {"name": "seats", "identifier": %s, "title": %s, "signing_algorithm": %s,
                         "access_token_lifetime": %s, "access_token_claims": %s, "introspection_client": %s,
                         "scopes": [{"name": "seats:read",
                                     "words": {"en": "See the seats", "fr": "Voir les places"},
                                     "granted_to": ["person", "application"], "default": true}]}\
                        """
                                .formatted(
                                        api.path("identifier"),
                                        api.path("title"),
                                        api.path("signing_algorithm"),
                                        api.path("access_token_lifetime"),
                                        api.path("access_token_claims"),
                                        api.path("client_id")))
                .statusCode(201);

        List<Map<String, Object>> told =
                Callee.call(golden)
                        .path("findAll { it.identifier == %s }".formatted(api.path("identifier")));

        assertThat(
                        golden.with("response[].default", false)
                                .differences(
                                        Golden.RESPONSE,
                                        new ObjectMapper().valueToTree(told),
                                        "response[].scopes[].since"))
                .isEmpty();
    }

    @Test
    @Tag("RFC7591-2")
    void who_registers_without_a_scope_gets_those_marked_as_default() {
        create(api("seats", ""));

        register("{\"redirect_uris\": [\"https://box.example/cb\"]}")
                .statusCode(201)
                .body("scope", containsString("seats:read"))
                .body("scope", not(containsString("seats:book")))
                .body("scope", containsString("openid"));
    }

    @Test
    void all_are_shown_with_those_that_the_settings_declare() {
        create(api("seats", ""));

        Seats.administrator()
                .get(Seats.PATH)
                .then()
                .statusCode(200)
                .body("resources.name", hasItems("administration", "movies", "seats"))
                .body("resources.find { it.name == 'movies' }.declared", equalTo(true))
                .body("resources.find { it.name == 'movies' }.default", equalTo(true))
                .body("resources.find { it.name == 'administration' }.reserved", equalTo(true))
                .body(
                        "resources.find { it.name == 'seats' }.scopes[0].words.fr",
                        equalTo("Voir les places"));
    }

    @Test
    @Tag("RFC9110-13.1.1")
    void a_change_says_which_version_it_changes() {
        String shown = create(api("seats", "")).extract().asString();
        String retitled = shown.replace("\"Seats\"", "\"Places\"");

        String seen = tag();

        replace("seats", "", retitled)
                .statusCode(428)
                .body("error_uri", endsWith("/errors/version-missing"));
        replace("seats", seen, retitled)
                .statusCode(200)
                .header("ETag", not(equalTo(seen)))
                .body("title", equalTo("Places"));
        replace("seats", seen, shown)
                .statusCode(412)
                .body("error_uri", endsWith("/errors/version-out-of-date"));
        show("seats").body("title", equalTo("Places"));
    }

    @Test
    void of_those_who_change_the_same_version_at_once_one_succeeds() throws Exception {
        create(api("seats", ""));
        String seen = tag();
        Callable<Integer> attempt =
                () ->
                        replace("seats", seen, api("seats", "\"access_token_lifetime\": 90"))
                                .extract()
                                .statusCode();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses =
                    threads.invokeAll(Collections.nCopies(6, attempt)).stream()
                            .map(Future::resultNow)
                            .toList();

            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 412).hasSize(5);
        }
    }

    @Test
    @Tag("RFC9110-13.1.1")
    void who_saw_one_that_is_gone_does_not_change_another_of_its_name() {
        create(api("seats", ""));
        String seen = tag();
        delete("seats", true);
        create(api("seats", ""));

        replace("seats", seen, api("seats", "\"access_token_lifetime\": 90")).statusCode(412);
    }

    private static String tag() {
        return show("seats").extract().header("ETag");
    }

    @Test
    void a_change_that_changes_nothing_makes_no_version() {
        create(api("seats", ""));

        String seen = tag();
        replace("seats", seen, api("seats", "")).statusCode(200).header("ETag", seen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\": \"seats\" | \"name\": \"Seats!\" | name: must be lower-case letters",
                "https://seats.example | seats | identifier: must be an absolute URI",
                "https://seats.example | https://seats.example/#x | identifier: must be an absolute"
                        + " URI",
                "\"title\": \"Seats\" | \"title\": \"\" | title: must be plain text",
                "\"title\": | \"titel\": | titel: is not known here",
                "\"title\": | \"reserved\": true, \"title\": | reserved: only an API that the settings",
                "\"title\": | \"reserved\": null, \"title\": | reserved: only an API that the settings",
                "\"en\": \"Book a seat\" | \"fr\": \"Réserver\" | seats:book: words must say in"
                        + " English",
                "\"Book a seat\" | null | seats:book: words must be plain text",
                "\"See the seats\" | 5 | scopes.0.words.en: is of another kind",
                "\"default\": true | \"default\": \"true\" | scopes.0.default: is of another kind",
                "\"default\": true} | \"default\": true}, null | is of another kind",
                "\"title\": \"Seats\" | \"title\": [] | title: is of another kind",
                "\"title\": \"Seats\" | \"title\": \"Seats\", \"access_token_lifetime\": 90.5 |"
                        + " access_token_lifetime: is of another kind",
                "\"title\": \"Seats\" | \"title\": \"Seats\", \"access_token_claims\": [null] |"
                        + " is of another kind",
                "\"title\": \"Seats\" | \"title\": \"Seats\", \"introspection_client\": \"a b\" |"
                        + " introspection_client: must be a client_id",
                "\"title\": \"Seats\" | \"title\": \"Seats\", \"introspection_client\": \"a.b\" |"
                        + " introspection_client: must be a client_id",
                "[\"person\"] | [0] | scopes.1.granted_to.0: is of another kind",
                "[\"person\"] | [null] | is of another kind",
                "[\"person\"] | \"person\" | scopes.1.granted_to: is of another kind",
                "[\"person\"] | [] | seats:book: granted_to must be",
                "[\"person\"] | [\"robot\"] | scopes.1.granted_to.0: is of another kind",
                "seats:book | openid | openid: belongs to OpenID Connect",
                "seats:book | seats book | scopes: a name must be a scope token",
                "seats:book | seats:read | seats:read: is there twice",
                "\"title\": \"Seats\" | \"title\": \"Seats\", \"signing_algorithm\": \"HS256\" |"
                        + " signing_algorithm: must be one of",
                "\"title\": \"Seats\" | \"title\": \"Seats\", \"access_token_lifetime\": 59 |"
                        + " access_token_lifetime: must be 60 to 86400",
                "\"title\": \"Seats\" | \"title\": \"Seats\", \"access_token_claims\": [\"birthdate\"]"
                        + " | access_token_claims: known of a person are email,",
            })
    void what_cannot_be_is_refused_by_the_name_of_the_member(
            String part, String instead, String fault) {
        create(api("seats", "").replace(part, instead))
                .statusCode(400)
                .body("error", equalTo("invalid_request"))
                .body("error_description", containsString(fault))
                .body("error_uri", endsWith("/errors/resource-malformed"));
    }

    @Test
    @Tag("RFC9068-2.2.3.1")
    void tokens_may_say_what_roles_and_groups_a_person_has() {
        create(api("seats", "\"access_token_claims\": [\"roles\", \"groups\"]"))
                .statusCode(201)
                .body("access_token_claims", contains("roles", "groups"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://stalls.example, https://SEATS.example:443/, identifier belongs to the API seats",
        "stalls:book, seats:book, the scope seats:book belongs to the API seats",
        "stalls:book, movies:read, the scope movies:read belongs to the API movies",
        "'\"name\": \"stalls\"', '\"name\": \"seats\"', there is an API of the name seats",
        "'\"title\"', '\"default\": true, \"title\"', default: movies is the default already"
    })
    void what_is_anothers_is_refused(String part, String instead, String fault) {
        create(api("seats", ""));

        create(api("stalls", "").replace(part, instead))
                .statusCode(409)
                .body("error_description", containsString(fault))
                .body("error_uri", endsWith("/errors/resource-taken"));
    }

    @Test
    void what_the_settings_declare_is_neither_changed_nor_deleted() {
        String movies = show("movies").extract().asString();

        replace("movies", "*", movies)
                .statusCode(409)
                .body("error_uri", endsWith("/errors/resource-of-the-settings"));
        delete("movies", true).statusCode(409);
        delete("administration", true).statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "\"seats\"", "{\"name\": 1, \"name\": 2}"})
    void a_body_that_is_no_object_is_refused(String body) {
        create(body).statusCode(400).body("error_uri", endsWith("/errors/json-object-required"));
    }

    @Test
    void the_identifier_of_the_issuer_is_that_of_userinfo() {
        create(api("seats", "").replace("https://seats.example", TestIssuer.address() + "/"))
                .statusCode(409)
                .body("error_description", containsString("identifier: it is the issuer's"));
    }

    @Test
    void a_name_is_never_changed_and_need_not_be_said_again() {
        create(api("seats", ""));

        replace("seats", tag(), api("seats", "").replace("\"seats\"", "\"places\""))
                .statusCode(400)
                .body("error_description", containsString("name: it is never changed"));
        replace("seats", tag(), api("seats", "").replace("\"name\": \"seats\", ", ""))
                .statusCode(200);
    }

    @Test
    void a_word_that_is_neither_true_nor_false_does_not_pass_for_no_dry_run() {
        create(api("seats", ""));

        Seats.administrator()
                .queryParam("dry_run", "1")
                .delete(Seats.PATH + "/seats")
                .then()
                .statusCode(400)
                .body("error_uri", endsWith("/errors/parameter-malformed"));

        show("seats").statusCode(200);
    }

    @Test
    void a_dry_run_answers_what_would_be_and_does_nothing() {
        Seats.administrator()
                .contentType("application/json")
                .queryParam("dry_run", true)
                .body(api("seats", ""))
                .post(Seats.PATH)
                .then()
                .statusCode(200)
                .body("signing_algorithm", equalTo("ES256"));

        show("seats").statusCode(404);
    }

    @Test
    void an_identifier_is_never_changed() {
        create(api("seats", ""));

        replace("seats", tag(), api("seats", "").replace("seats.example", "places.example"))
                .statusCode(400)
                .body("error_description", containsString("identifier: tokens name it"));
    }

    @Test
    void one_that_is_used_is_not_deleted_and_who_uses_it_is_told() {
        create(api("seats", ""));
        String client = register(BOTH).extract().path("client_id");

        delete("seats", false)
                .statusCode(409)
                .body("error_uri", endsWith("/errors/resource-in-use"))
                .body("error_description", containsString("Box office (" + client + ")"));
    }

    @Test
    void by_force_its_users_lose_its_scopes_and_token_service_ends_what_was_granted() {
        TokenServiceStandIn.takesEndsOfScopes();
        create(api("seats", ""));
        String client =
                register(BOTH.replace("seats:read", "movies:read seats:read"))
                        .extract()
                        .path("client_id");
        String other = register(BOTH).extract().path("client_id");

        delete("seats", true).statusCode(204);
        outbox.deliverDue().join();

        client(client).body("scope", equalTo("movies:read"));
        show("seats").statusCode(404);
        client(other).body("scope", equalTo(""));
        assertThat(TokenServiceStandIn.wasToldOfTheEndOf("https://seats.example")).isTrue();
    }

    @Test
    void an_application_that_meant_an_api_means_it_no_more_when_it_goes() {
        TokenServiceStandIn.takesEndsOfScopes();
        create(api("seats", ""));
        String means = "\"default_resource\": \"https://seats.example\", \"redirect_uris\"";
        String client =
                register(
                                BOTH.replace("seats:read seats:book", "openid")
                                        .replace("\"redirect_uris\"", means))
                        .statusCode(201)
                        .extract()
                        .path("client_id");

        delete("seats", false).statusCode(409);
        delete("seats", true).statusCode(204);

        client(client).body("$", not(hasKey("default_resource"))).body("scope", equalTo("openid"));
    }

    @Test
    @Tag("RFC7592-2.2")
    void who_sends_back_what_it_was_answered_after_that_is_given_nothing_in_its_place() {
        TokenServiceStandIn.takesEndsOfScopes();
        create(api("seats", ""));
        var registered = register(BOTH).extract();
        String kiosk = BOTH.replace("{", "{\"name\": \"kiosk\", ");
        applications().body(kiosk).post("/admin/applications").then().statusCode(201);
        delete("seats", true).statusCode(204);

        given().header("Authorization", "Bearer " + registered.path("registration_access_token"))
                .contentType("application/json")
                .body(
                        BOTH.replace(
                                        "{",
                                        "{\"client_id\": \"%s\", "
                                                .formatted(registered.<String>path("client_id")))
                                .replace("seats:read seats:book", ""))
                .put("/register/" + registered.path("client_id"))
                .then()
                .statusCode(200)
                .body("scope", equalTo(""));
        var shown = applications().get("/admin/applications/kiosk").then().extract();
        applications()
                .header("If-Match", shown.header("ETag"))
                .body(shown.asString())
                .put("/admin/applications/kiosk")
                .then()
                .statusCode(200)
                .header("ETag", shown.header("ETag"))
                .body("scope", equalTo(""));
        applications().delete("/admin/applications/kiosk").then().statusCode(204);
    }

    private static RequestSpecification applications() {
        return Seats.administrator().contentType("application/json");
    }

    @Test
    void a_scope_that_is_used_is_not_taken_away_but_by_force() {
        create(api("seats", ""));
        String client = register(BOTH).extract().path("client_id");
        String less =
                api("seats", "")
                        .replaceFirst(",\\s*\\{\"name\": \"seats:book\"[^}]*\\}[^}]*\\}", "");

        replace("seats", tag(), less).statusCode(409);
        Seats.administrator()
                .contentType("application/json")
                .header("If-Match", "*")
                .queryParam("force", true)
                .body(less)
                .put(Seats.PATH + "/seats")
                .then()
                .statusCode(200)
                .body("scopes.name", contains("seats:read"));

        client(client).body("scope", equalTo("seats:read"));
    }

    @Test
    void since_when_a_scope_is_on_offer_is_told_and_no_change_makes_it_newer() {
        Instant before = Instant.now();
        create(api("seats", ""));
        Instant made = since("seats:read");
        assertThat(made) // by then no service goes by what was known before
                .isAfterOrEqualTo(before.plus(RegistryAnswers.FRESH));

        replace("seats", tag(), api("seats", "\"access_token_lifetime\": 90"));
        assertThat(since("seats:read")).isEqualTo(made);

        delete("seats", true);
        create(api("seats", ""));
        assertThat(since("seats:read")).isAfter(made);
    }

    private static Instant since(String scope) {
        return Instant.parse(
                offered()
                        .extract()
                        .path("scopes.flatten().find { it.name == '%s' }.since".formatted(scope)));
    }

    @Test
    void who_did_what_is_told() {
        try (var audit = new AuditCapture()) {
            create(api("seats", ""));
            replace("seats", tag(), api("seats", "\"access_token_lifetime\": 90"));
            replace("seats", tag(), api("seats", "\"access_token_lifetime\": 90"));
            delete("seats", false).statusCode(204);

            assertThat(List.of(RESOURCE_ADDED, RESOURCE_CHANGED, RESOURCE_DELETED))
                    .map(audit::event)
                    .allSatisfy(event -> {
                        assertThat(event.get("resource").asText()).isEqualTo("seats");
                        assertThat(event.has("by")).isTrue();
                        assertThat(event.has("by_client")).isTrue();
                    });
        }
    }

    @Test
    void nobody_else_may() {
        given().get(Seats.PATH).then().statusCode(401);
        String other =
                TestToken.forApi(TestIssuer.address() + "/admin")
                        .scope("keys:admin")
                        .ofApplication()
                        .signed();
        given().header("Authorization", "Bearer " + other).get(Seats.PATH).then().statusCode(403);
    }

    private static ValidatableResponse offered() {
        return internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get("/internal/resources")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse client(String id) {
        return internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get("/internal/clients/" + id)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse register(String metadata) {
        return given().contentType("application/json").body(metadata).post("/register").then();
    }
}
