package guichet.authorization.protocol.flow;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.authorization.people.person.People;
import guichet.authorization.time.TestClock;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code prompt=select_account} to somebody who is signed in and has approved. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("OIDCC-3.1.2.1")
class AccountChoiceTest {
    private static final Map<String, String> CONTINUE = Map.of("choice", "continue");
    private static final Map<String, String> ANOTHER = Map.of("choice", "another");
    private static final Map<String, String> BOB =
            Map.of("username", "bob", "password", "bob-opens-the-door");

    private final Visit visit = new Visit();
    private final String client = RegistryNeighbour.client();

    @Inject TestClock clock;
    @Inject People people;

    @BeforeEach
    void signIn() {
        visit.authorizes(request(client));
    }

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void who_is_signed_in_is_offered_the_account_by_name() {
        var page = Jsoup.parse(isAsked("select_account").asString());

        assertThat(page.expectFirst("button[value=continue]").text())
                .isEqualTo("Continue as Alice Martin");
        assertThat(page.expectFirst("button[value=another]").text())
                .isEqualTo("Use another account");
        assertThat(page.text())
                .contains("to continue to Ciné Club", "signed in with the user name alice");
    }

    @Test
    void who_continues_returns_with_a_code_in_the_same_session() {
        Response back = visit.submits(isAsked("select_account"), CONTINUE);

        assertThat(parameter(back, "code")).startsWith("gac_");
        assertThat(back.cookies()).isEmpty();
    }

    @Test
    void who_wants_another_account_signs_in_to_it() {
        Response login = visit.follows(visit.submits(isAsked("select_account"), ANOTHER));
        Response consent = visit.follows(visit.submits(login, BOB));

        assertThat(Jsoup.parse(login.asString()).expectFirst("#username").attr("value")).isEmpty();
        assertThat(consent.asString()).contains("Bob Miller");
        assertThat(parameter(visit.submits(consent, Map.of("decision", "allow")), "code"))
                .startsWith("gac_");
    }

    @Test
    void a_stranger_signs_in_and_has_chosen_by_that() {
        var stranger = new Visit();

        Response login = stranger.follows(stranger.asks(with("select_account")));
        Response back = stranger.signsIn(login);

        assertThat(login.asString()).contains("name=\"password\"");
        assertThat(parameter(back, "code")).startsWith("gac_");
    }

    @Test
    void a_request_posted_from_another_site_is_asked_as_well() {
        var unrecognised =
                given().redirects().follow(false).formParams(with("select_account")).post("/auth");

        assertThat(visit.follows(unrecognised).header("Location"))
                .contains("/login/choice?request=");
    }

    @Test
    void the_choice_cannot_be_passed_by_through_the_approval_page() {
        String choice = Visit.path(visit.asks(with("select_account")));

        Response page = visit.browser().get(choice.replace("/login/choice", "/consent"));

        assertThat(page.header("Location")).contains("/login/choice?request=");
    }

    @Test
    void the_choice_cannot_be_passed_by_with_a_decision_that_nobody_was_asked_for() {
        Response choice = isAsked("select_account");
        String person = Jsoup.parse(choice.asString()).expectFirst("[name=person]").attr("value");
        String handle = Jsoup.parse(choice.asString()).expectFirst("[name=request]").attr("value");
        var decision =
                Map.of(
                        "request",
                        handle,
                        "csrf",
                        Visit.csrf(choice),
                        "person",
                        person,
                        "decision",
                        "allow");

        Response answer = visit.browser().formParams(decision).post("/consent");

        assertThat(visit.follows(answer).header("Location")).contains("/login/choice?request=");
    }

    @Test
    void the_next_request_asks_again() {
        visit.submits(isAsked("select_account"), CONTINUE);

        assertThat(visit.asks(with("select_account")).header("Location"))
                .contains("/login/choice?request=");
    }

    @Test
    void a_choice_that_was_made_is_not_asked_for_again() {
        Response asked = visit.asks(with("select_account"));
        visit.submits(visit.follows(asked), CONTINUE);

        assertThat(parameter(visit.follows(asked), "code")).startsWith("gac_");
    }

    @Test
    void a_form_from_elsewhere_chooses_nothing() {
        Response asked = visit.asks(with("select_account"));
        Response page = visit.follows(asked);

        Response forged = visit.submits(page, Map.of("choice", "continue", "csrf", "forged"));

        assertThat(Visit.path(forged)).startsWith("/login/choice?request=");
        assertThat(visit.follows(asked).asString()).contains("Continue as");
    }

    @Test
    void a_page_that_was_shown_to_somebody_else_chooses_nothing() {
        Response page = isAsked("select_account");

        Response answer =
                visit.submits(
                        page, Map.of("choice", "continue", "person", UUID.randomUUID().toString()));

        assertThat(answer.header("Location")).contains("/login/choice?request=");
    }

    @Test
    void a_choice_of_anything_else_is_refused() {
        Response answer = visit.submits(isAsked("select_account"), Map.of("choice", "nobody"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("continue or another");
    }

    @Test
    void who_signed_out_meanwhile_signs_in() {
        Response page = isAsked("select_account");
        visit.isSignedOut();

        Response answer = visit.submits(page, CONTINUE);

        assertThat(answer.header("Location")).contains("/login?request=");
    }

    @Test
    void a_page_without_a_request_is_out_of_date() {
        assertThat(visit.browser().get("/login/choice").statusCode()).isEqualTo(400);
        assertThat(visit.browser().get("/login/choice?request=gone").statusCode()).isEqualTo(400);
    }

    @Test
    void with_consent_the_approval_is_asked_after_the_choice() {
        Response chosen = visit.submits(isAsked("select_account consent"), CONTINUE);

        Response consent = visit.follows(chosen);

        assertThat(chosen.header("Location")).contains("/consent?request=");
        assertThat(parameter(visit.submits(consent, Map.of("decision", "allow")), "code"))
                .startsWith("gac_");
    }

    @Test
    void with_login_the_chosen_account_signs_in_again() {
        Response login = visit.follows(visit.submits(isAsked("select_account login"), CONTINUE));

        Response back = visit.signsIn(login);

        assertThat(Jsoup.parse(login.asString()).expectFirst("#username").attr("value"))
                .isEqualTo("alice");
        assertThat(parameter(back, "code")).startsWith("gac_");
    }

    @Test
    void a_chosen_account_whose_sign_in_is_older_than_max_age_signs_in_again() {
        clock.pass(Duration.ofSeconds(11));
        Map<String, String> asked = with("select_account");
        asked.put("max_age", "10");

        Response answer = visit.submits(visit.follows(visit.asks(asked)), CONTINUE);

        assertThat(answer.header("Location")).contains("/login?request=");
        assertThat(parameter(visit.signsIn(visit.follows(answer)), "code")).startsWith("gac_");
    }

    @Test
    @Tag("OIDCPC-3")
    void who_is_to_make_an_account_has_none_to_choose() {
        assertThat(visit.asks(with("select_account create")).header("Location"))
                .contains("/signup?request=");
    }

    @Test
    void the_account_of_the_hint_may_be_chosen() {
        UUID alice = people.findByUsername("alice").orElseThrow().id();

        Response back = visit.submits(isAskedFor(alice.toString()), CONTINUE);

        assertThat(parameter(back, "code")).startsWith("gac_");
    }

    @Test
    @Tag("OIDCC-3.1.2.2")
    void another_account_than_that_of_the_hint_is_sent_back_with_login_required() {
        Response back = visit.submits(isAskedFor("somebody else"), CONTINUE);

        assertThat(parameter(back, "error")).isEqualTo("login_required");
        assertThat(parameter(back, "error_uri")).endsWith("/errors/another-person-signed-in");
    }

    private Response isAsked(String prompt) {
        return visit.follows(visit.asks(with(prompt)));
    }

    private Response isAskedFor(String hinted) {
        Map<String, String> parameters = with("select_account");
        parameters.put("id_token_hint", TokenNeighbour.idToken(client, hinted, UUID.randomUUID()));
        return visit.follows(visit.asks(parameters));
    }

    private Map<String, String> with(String prompt) {
        Map<String, String> parameters = request(client);
        parameters.put("prompt", prompt);
        return parameters;
    }
}
