package guichet.authorization.audit;

import static guichet.kit.audit.AuditEvent.ADMINISTRATION_REFUSED;
import static guichet.kit.audit.AuditEvent.CONSENT_GIVEN;
import static guichet.kit.audit.AuditEvent.CONSENT_REFUSED;
import static guichet.kit.audit.AuditEvent.PERSON_BLOCKED;
import static guichet.kit.audit.AuditEvent.PERSON_GROUPS_CHANGED;
import static guichet.kit.audit.AuditEvent.PERSON_ROLES_CHANGED;
import static guichet.kit.audit.AuditEvent.PERSON_SIGNED_UP;
import static guichet.kit.audit.AuditEvent.PERSON_UNBLOCKED;
import static guichet.kit.audit.AuditEvent.SESSION_ENDED;
import static guichet.kit.audit.AuditEvent.SIGNED_IN;
import static guichet.kit.audit.AuditEvent.SIGN_IN_REFUSED;
import static guichet.kit.audit.AuditEvent.SIGN_IN_THROTTLED;
import static guichet.kit.audit.AuditEvent.SIGN_UP_REFUSED;
import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.authorization.people.account.Newcomer;
import guichet.authorization.people.administration.IssuerKeys;
import guichet.authorization.people.signin.PasswordCall;
import guichet.authorization.protocol.flow.Visit;
import guichet.kit.audit.AuditCapture;
import guichet.kit.audit.AuditEvent;
import guichet.kit.postgres.TestPostgres;
import guichet.resource.issuer.TestToken;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What becomes known of people: identifiers, and nothing that they typed. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(IssuerKeys.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditTest {
    private final AuditCapture audit = new AuditCapture();
    private final String client = RegistryNeighbour.client();

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void who_signs_up_is_told_by_the_same_identifier_as_who_signs_in() {
        Newcomer newcomer = Newcomer.signsUp();

        assertThat(said(PERSON_SIGNED_UP, "person")).isEqualTo(said(SIGNED_IN, "person"));
        saysNothingThatWasTyped(newcomer);
    }

    @Test
    void who_gets_no_account_is_told_with_why_and_nothing_that_was_typed() {
        var taken = new Newcomer("alice", new Visit());
        signsUp(taken);
        signsUp(new Newcomer("www.evil.example", new Visit()));

        assertThat(audit.events(SIGN_UP_REFUSED))
                .extracting(it -> it.get("reason").asText())
                .containsExactly("the name is taken", "a field is not good");
        assertThat(audit.lines()).noneMatch(it -> it.contains("evil"));
        saysNothingThatWasTyped(taken);
    }

    private static void signsUp(Newcomer newcomer) {
        newcomer.visit().submits(newcomer.visit().browser().get("/signup"), newcomer.details());
    }

    @Test
    void whose_token_opens_nothing_to_administrators_is_told_with_what_they_wanted() {
        given().auth().oauth2("guessed").get("/admin/people/alice").then().statusCode(401);

        assertThat(said(ADMINISTRATION_REFUSED, "endpoint")).isEqualTo("/admin/people");
        assertThat(said(ADMINISTRATION_REFUSED, "reason")).isEqualTo("token-malformed");
        assertThat(audit.lines()).noneMatch(it -> it.contains("alice") || it.contains("guessed"));
    }

    @Test
    void a_person_that_no_administrator_knows_is_no_refusal_of_theirs() {
        administrator().get("/admin/people/nobody-" + UUID.randomUUID()).then().statusCode(404);

        assertThat(audit.events(ADMINISTRATION_REFUSED)).isEmpty();
    }

    @Test
    void who_signs_in_for_an_application_and_allows_it_something_is_told_with_the_application() {
        new Visit().authorizes(Visit.request(client));

        assertThat(said(SIGNED_IN, "client")).isEqualTo(client);
        assertThat(said(CONSENT_GIVEN, "client")).isEqualTo(client);
        assertThat(said(CONSENT_GIVEN, "scope")).isEqualTo("movies:read");
        assertThat(said(CONSENT_GIVEN, "person")).isEqualTo(said(SIGNED_IN, "person"));
    }

    @Test
    void who_allows_nothing_is_told_too() {
        var visit = new Visit();
        visit.submits(visit.reachesConsent(Visit.request(client)), Map.of("decision", "deny"));

        assertThat(said(CONSENT_REFUSED, "client")).isEqualTo(client);
        assertThat(audit.events(CONSENT_GIVEN)).isEmpty();
    }

    @Test
    void a_wrong_password_is_told_with_whose_it_should_be_and_then_that_there_were_too_many() {
        Newcomer newcomer = Newcomer.signsUp();
        for (int guess = 0; guess < 6; guess++) {
            newcomer.triesToSignIn(new Visit(), "guess-" + guess);
        }

        assertThat(audit.events(SIGN_IN_REFUSED))
                .hasSize(5)
                .allSatisfy(event ->
                        assertThat(event.get("person")).isEqualTo(signedIn().get("person")));
        assertThat(said(SIGN_IN_THROTTLED, "person")).isEqualTo(said(SIGNED_IN, "person"));
        assertThat(audit.lines()).noneMatch(it -> it.contains("guess-"));
        saysNothingThatWasTyped(newcomer);
    }

    @Test
    void a_name_that_is_nobodys_may_be_a_password_and_is_not_told() {
        var nobody = new Newcomer("my-password-in-the-wrong-field", new Visit());

        nobody.triesToSignIn(nobody.visit(), "enter");

        assertThat(audit.event(SIGN_IN_REFUSED).has("person")).isFalse();
        saysNothingThatWasTyped(nobody);
    }

    @Test
    void a_password_that_an_application_passes_on_comes_from_where_token_service_says() {
        passesOn("the-credential-of-token-in-tests", "192.0.2.33");

        assertThat(said(SIGN_IN_REFUSED, "network")).isEqualTo("192.0.2.33");
        assertThat(said(SIGN_IN_REFUSED, "client")).isEqualTo(client);
    }

    @Test
    void nobody_else_is_believed_where_they_come_from() {
        passesOn("a-guessed-credential", "192.0.2.33");
        given().header("Guichet-Client-Address", "192.0.2.33").get("/login");

        assertThat(audit.lines()).noneMatch(it -> it.contains("192.0.2.33"));
    }

    private void passesOn(String credential, String address) {
        internally()
                .header("Authorization", "Bearer " + credential)
                .header("Guichet-Client-Address", address)
                .contentType("application/json")
                .body(
                        PasswordCall.of(client, "nobody-" + UUID.randomUUID(), "wrong")
                                .request()
                                .toString())
                .post("/internal/password-grants");
    }

    @Test
    void whom_an_administrator_blocks_and_lets_in_again_is_told_once_with_who_did_it() {
        Newcomer newcomer = Newcomer.signsUp();
        String block = "/admin/people/%s/block".formatted(newcomer.username());

        administrator().put(block).then().statusCode(200);
        administrator().put(block).then().statusCode(200);
        administrator().delete(block).then().statusCode(200);

        for (AuditEvent event : List.of(PERSON_BLOCKED, PERSON_UNBLOCKED)) {
            assertThat(said(event, "person")).isEqualTo(said(SIGNED_IN, "person"));
            assertThat(said(event, "by")).isEqualTo(said(event, "by_client"));
        }
        assertThat(said(SESSION_ENDED, "session")).isEqualTo(said(SIGNED_IN, "session"));
        saysNothingThatWasTyped(newcomer);
    }

    @Test
    void which_roles_and_groups_a_person_has_now_is_told_once_with_who_said_so() {
        Newcomer newcomer = Newcomer.signsUp();
        String person = "/admin/people/" + newcomer.username();

        for (String names : List.of("[\"editor\", \"critic\"]", "[\"critic\", \"editor\"]")) {
            administrator()
                    .contentType("application/json")
                    .body(names)
                    .put(person + "/roles")
                    .then()
                    .statusCode(200);
            administrator()
                    .contentType("application/json")
                    .body(names)
                    .put(person + "/groups")
                    .then()
                    .statusCode(200);
        }

        assertThat(said(PERSON_ROLES_CHANGED, "roles")).isEqualTo("critic editor");
        assertThat(said(PERSON_GROUPS_CHANGED, "groups")).isEqualTo("critic editor");
        for (AuditEvent event : List.of(PERSON_ROLES_CHANGED, PERSON_GROUPS_CHANGED)) {
            assertThat(said(event, "person")).isEqualTo(said(SIGNED_IN, "person"));
            assertThat(said(event, "by")).isEqualTo(said(event, "by_client"));
        }
        saysNothingThatWasTyped(newcomer);
    }

    private static RequestSpecification administrator() {
        var token =
                TestToken.forApi("http://localhost:8080/admin")
                        .with("iss", "http://localhost:8080")
                        .scope("people:admin")
                        .ofApplication();
        return given().auth().oauth2(token.signed());
    }

    private void saysNothingThatWasTyped(Newcomer newcomer) {
        assertThat(audit.lines())
                .isNotEmpty()
                .noneMatch(it -> it.contains(newcomer.username()))
                .noneMatch(it -> it.contains(Newcomer.PASSWORD));
    }

    private JsonNode signedIn() {
        return audit.event(SIGNED_IN);
    }

    private String said(AuditEvent event, String member) {
        return audit.event(event).get(member).asText();
    }
}
