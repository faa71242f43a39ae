package guichet.authorization.people.administration;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.account.Newcomer;
import guichet.authorization.protocol.flow.Visit;
import guichet.kit.postgres.TestPostgres;
import guichet.resource.issuer.TestToken;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.util.List;
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
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = IssuerKeys.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleEndpointTest {
    private static final String PASSWORD = "nine lanterns over calais";

    private final String username = "p" + UUID.randomUUID().toString().substring(0, 12);

    @Inject MockMailbox mailbox;
    @Inject EntityManager database;

    @Test
    void whom_an_administrator_makes_chooses_a_password_by_the_link_and_signs_in() {
        var created = create(Map.of("username", username, "name", "Pia", "email", email()));

        var visit = new Visit();
        var page = visit.opens(path(created.jsonPath().getString("link")));
        visit.submits(page, Map.of("password", PASSWORD));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.header("Cache-Control")).isEqualTo("no-store");
        assertThat(signIn(new Visit(), PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    @Tag("RFC7643-4.1.2")
    void who_is_made_with_roles_and_groups_has_them() {
        create(
                Map.of(
                        "username", username,
                        "name", "Pia",
                        "email", email(),
                        "roles", List.of("editor", "critic"),
                        "groups", List.of("staff:lyon")));

        assertThat(show().getList("roles")).containsExactly("critic", "editor");
        assertThat(show().getList("groups")).containsExactly("staff:lyon");
    }

    @Test
    @Tag("RFC7643-4.1.2")
    void what_is_said_of_a_person_is_in_the_place_of_what_was_said_before() {
        create(Map.of("username", username, "name", "Pia", "email", email()));
        assertThat(show().getList("roles")).isEmpty();
        assertThat(show().getList("groups")).isEmpty();

        assertThat(assign("roles", "[\"editor\", \"critic\"]").jsonPath().getList("roles"))
                .containsExactly("critic", "editor");
        assertThat(assign("groups", "[\"staff\"]").jsonPath().getList("groups"))
                .containsExactly("staff");
        assertThat(assign("roles", "[]").jsonPath().getList("roles")).isEmpty();

        assertThat(show().getList("roles")).isEmpty();
        assertThat(show().getList("groups")).containsExactly("staff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "\"editor\"",
                "[1]",
                "[null]",
                "[[\"editor\"]]",
                "[\"\"]",
                "[\"chief editor\"]",
                "[\"editor\\u0007\"]",
                "[\"\\u00e9diteur\"]",
                "[\"a\\\\b\"]",
                "[\"editor\", \"editor\"]",
                "[\"editor\"] []"
            })
    void what_can_be_no_roles_or_groups_is_refused(String names) {
        create(Map.of("username", username, "name", "Pia", "email", email()));

        for (String membership : List.of("roles", "groups")) {
            var answer = assign(membership, names);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("error_uri"))
                    .endsWith("/errors/person-malformed");
            assertThat(answer.jsonPath().getString("error_description"))
                    .startsWith(membership + " must be an array");
        }
        assertThat(show().getList("roles")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"roles\": \"editor\" | roles must be an array",
                "\"groups\": {\"value\": \"staff\"} | groups must be an array",
                "\"roles\": null | roles must be an array",
                "\"role\": [\"editor\"] | role: is not known here; known are email, groups,",
                "\"name\": 1 | name must have"
            })
    void what_a_newcomer_cannot_be_made_with_is_named(String member, String fault) {
        var answer =
                administrator()
                        .contentType("application/json")
                        .body(
                                "{\"username\": \"%s\", \"email\": \"%s\", %s%s}"
                                        .formatted(
                                                username,
                                                email(),
                                                member.contains("name")
                                                        ? ""
                                                        : "\"name\": \"Pia\", ",
                                                member))
                        .post("/admin/people");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("error_description")).contains(fault);
        assertThat(administrator().get("/admin/people/" + username).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void nothing_is_nobody(String body) {
        administrator()
                .contentType("application/json")
                .body(body)
                .post("/admin/people")
                .then()
                .statusCode(400);
    }

    @Test
    void a_link_that_was_handed_over_proves_no_address() {
        var created = create(Map.of("username", username, "name", "Pia", "email", email()));
        var visit = new Visit();

        visit.submits(
                visit.opens(path(created.jsonPath().getString("link"))),
                Map.of("password", PASSWORD));

        assertThat(show().getString("email")).isEqualTo(email());
        assertThat(show().getBoolean("email_verified")).isFalse();
    }

    @Test
    void the_way_to_a_new_password_can_be_mailed() {
        var newcomer = Newcomer.signsUp();

        var answer =
                administrator()
                        .post("/admin/people/" + newcomer.username() + "/password-reset?mail=true");

        assertThat(answer.jsonPath().getString("mailed_to")).isEqualTo(newcomer.email());
        assertThat(answer.asString()).doesNotContain("gml_");
        assertThat(mailbox.getMailsSentTo(newcomer.email()))
                .as("the scheduler of the outbox is off in tests")
                .isEmpty();
    }

    @Test
    void who_has_no_address_is_not_mailed_a_link() {
        var newcomer = Newcomer.signsUp();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        "update person set email = null where username = :name")
                                .setParameter("name", newcomer.username())
                                .executeUpdate());

        var answer =
                administrator()
                        .post("/admin/people/" + newcomer.username() + "/password-reset?mail=true");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("error_uri")).endsWith("/errors/mail-not-possible");
    }

    @Test
    void a_blocked_person_is_signed_out_and_refused_as_with_a_wrong_password() {
        var newcomer = Newcomer.signsUp();
        var elsewhere = newcomer.signsInElsewhere();

        var blocked = administrator().put("/admin/people/" + newcomer.username() + "/block");

        assertThat(blocked.jsonPath().getBoolean("blocked")).isTrue();
        assertThat(blocked.jsonPath().getInt("sessions")).isZero();
        assertThat(Newcomer.isSignedIn(newcomer.visit())).isFalse();
        assertThat(Newcomer.isSignedIn(elsewhere)).isFalse();
        var right = newcomer.triesToSignIn(new Visit(), Newcomer.PASSWORD);
        var wrong = newcomer.triesToSignIn(new Visit(), "not it");
        assertThat(right.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(403);
        assertThat(withoutToken(right)).isEqualTo(withoutToken(wrong));
    }

    @Test
    void a_blocked_person_has_no_password_grant_and_no_way_to_a_new_password() {
        var newcomer = Newcomer.signsUp();
        var link = administrator().post("/admin/people/" + newcomer.username() + "/password-reset");

        administrator().put("/admin/people/" + newcomer.username() + "/block");

        assertThat(new Visit().opens(path(link.jsonPath().getString("link"))).statusCode())
                .isEqualTo(400);
        assertThat(passwordGrant(newcomer).jsonPath().getString("outcome")).isEqualTo("refused");
    }

    @Test
    void who_is_no_longer_blocked_signs_in_again() {
        var newcomer = Newcomer.signsUp();
        administrator().put("/admin/people/" + newcomer.username() + "/block");

        var answer = administrator().delete("/admin/people/" + newcomer.username() + "/block");

        assertThat(answer.jsonPath().getBoolean("blocked")).isFalse();
        assertThat(Newcomer.isSignedIn(newcomer.visit())).isFalse();
        newcomer.signsInElsewhere();
    }

    @ParameterizedTest
    @CsvSource({
        "a b, Pia, pia@people.example, username",
        "pia, '', pia@people.example, name",
        "pia, Pia, nowhere, email",
        "alice, Alice, alice@people.example, taken"
    })
    void what_is_wrong_about_a_newcomer_is_said(
            String name, String displayName, String email, String fault) {
        var answer = create(Map.of("username", name, "name", displayName, "email", email));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("error")).isEqualTo("invalid_request");
        assertThat(answer.jsonPath().getString("error_description")).contains(fault);
    }

    @Test
    void who_does_not_exist_is_not_found() {
        assertThat(administrator().get("/admin/people/nobody").statusCode()).isEqualTo(404);
        assertThat(administrator().put("/admin/people/nobody/block").statusCode()).isEqualTo(404);
        assertThat(
                        administrator()
                                .contentType("application/json")
                                .body("[]")
                                .put("/admin/people/nobody/roles")
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("RFC6750-3.1")
    void nobody_else_is_let_in() {
        var forPeople = token().scope("people:admin").subject("a-person");
        var forKeys = token().scope("keys:admin").ofApplication();

        assertThat(given().get("/admin/people/alice").statusCode()).isEqualTo(401);
        assertThat(with(forPeople.signed()).get("/admin/people/alice").statusCode()).isEqualTo(403);
        assertThat(with(forKeys.signed()).get("/admin/people/alice").statusCode()).isEqualTo(403);
        assertThat(
                        with(forPeople.signed())
                                .contentType("application/json")
                                .body("[\"editor\"]")
                                .put("/admin/people/alice/roles")
                                .statusCode())
                .isEqualTo(403);
    }

    private static Response passwordGrant(Newcomer newcomer) {
        return internally()
                .auth()
                .oauth2("the-credential-of-token-in-tests")
                .contentType("application/json")
                .body(
                        Map.of(
                                "client_id", RegistryNeighbour.client(),
                                "username", newcomer.username(),
                                "password", Newcomer.PASSWORD,
                                "scope", "movies:read",
                                "resources", List.of()))
                .post("/internal/password-grants");
    }

    private Response assign(String membership, String names) {
        return administrator()
                .contentType("application/json")
                .body(names)
                .put("/admin/people/%s/%s".formatted(username, membership));
    }

    private Response create(Map<String, ?> newcomer) {
        return administrator().contentType("application/json").body(newcomer).post("/admin/people");
    }

    private JsonPath show() {
        return administrator().get("/admin/people/" + username).jsonPath();
    }

    private Response signIn(Visit visit, String password) {
        return visit.submits(
                visit.browser().get("/login"), Map.of("username", username, "password", password));
    }

    private static RequestSpecification administrator() {
        return with(token().scope("people:admin").ofApplication().signed());
    }

    private static TestToken token() {
        return TestToken.forApi("http://localhost:8080/admin").with("iss", "http://localhost:8080");
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }

    private static String path(String link) {
        var address = URI.create(link);
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    private static String withoutToken(Response page) {
        return page.asString().replaceAll("name=\"csrf\" value=\"[^\"]*\"", "");
    }

    private String email() {
        return username + "@people.example";
    }
}
