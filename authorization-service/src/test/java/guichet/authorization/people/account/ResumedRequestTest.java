package guichet.authorization.people.account;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.mail.Inbox;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.time.TestClock;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An authorization request during which somebody finds that they forgot the password. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResumedRequestTest {
    private static final String NEW_PASSWORD = "nine lanterns over calais";

    private final Visit visit = new Visit();
    private final String client = RegistryNeighbour.client();
    private Newcomer newcomer;

    @Inject Inbox inbox;
    @Inject TestClock clock;

    @BeforeEach
    void signUp() {
        newcomer = Newcomer.whoProvedTheAddress(inbox);
    }

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void goes_on_in_the_same_browser_after_the_new_password() {
        asksForLink(visit, loginPage(visit));

        Response changed = chooses(visit, visit.opens(inbox.link(newcomer.email())));
        Response consent = visit.follows(signsIn(visit, follows(visit, changed, "Sign in")));
        Response back = visit.submits(consent, Map.of("decision", "allow"));

        assertThat(link(changed, "Sign in").text()).isEqualTo("Sign in to continue to Ciné Club");
        assertThat(parameter(back, "code")).startsWith("gac_");
        assertThat(parameter(back, "state")).isEqualTo("s 1&é");
    }

    @Test
    void is_named_on_every_page_on_the_way() {
        Response ask = follows(visit, loginPage(visit), "Forgot");
        Response asked = visit.submits(ask, Map.of("email", newcomer.email()));
        Response choose = visit.opens(inbox.link(newcomer.email()));

        assertThat(ask.asString()).contains("to continue to", "Ciné Club");
        assertThat(link(asked, "Sign in").attr("href")).startsWith("/login?request=gpr_");
        assertThat(choose.asString()).contains("to continue to", "Ciné Club");
    }

    @Test
    void survives_a_link_that_is_good_no_more() {
        asksForLink(visit, loginPage(visit));

        Response noLonger = visit.opens("/password-reset/new?link=gml_gone");

        assertThat(link(noLonger, "Get another").attr("href"))
                .startsWith("/password-reset?request=gpr_");
    }

    @Test
    void ends_at_the_sign_in_page_of_another_browser() {
        var elsewhere = new Visit();
        asksForLink(visit, loginPage(visit));

        Response changed = chooses(elsewhere, elsewhere.opens(inbox.link(newcomer.email())));

        assertThat(link(changed, "Sign in").attr("href")).isEqualTo("/login");
        assertThat(Visit.path(signsIn(elsewhere, follows(elsewhere, changed, "Sign in"))))
                .isEqualTo("/account");
    }

    @Test
    void is_not_named_in_the_letter() {
        asksForLink(visit, loginPage(visit));

        assertThat(inbox.latest(newcomer.email()).getText())
                .contains("/password-reset/new?link=gml_")
                .doesNotContain("gpr_", "cine.example");
    }

    @Test
    void of_another_browser_is_not_taken_up_by_a_link_that_names_it() {
        var elsewhere = new Visit();
        String theirs = link(loginPage(elsewhere), "Forgot").attr("href");

        Response ask = visit.opens(theirs);
        visit.submits(ask, Map.of("email", newcomer.email()));
        Response changed = chooses(visit, visit.opens(inbox.link(newcomer.email())));

        assertThat(ask.asString()).doesNotContain("Ciné Club");
        assertThat(link(changed, "Sign in").attr("href")).isEqualTo("/login");
    }

    @Test
    void of_another_browser_is_not_taken_up_by_a_form_that_names_it() {
        var elsewhere = new Visit();
        String theirs = handle(loginPage(elsewhere));

        Response asked =
                visit.submits(
                        visit.browser().get("/password-reset"),
                        Map.of("email", newcomer.email(), "request", theirs));

        assertThat(asked.cookies()).isEmpty();
        assertThat(link(asked, "Sign in").attr("href")).isEqualTo("/login");
    }

    @Test
    void of_another_browser_is_not_taken_up_by_a_cookie_that_names_it() {
        var elsewhere = new Visit();
        String theirs = handle(loginPage(elsewhere));
        asksForLink(visit, visit.browser().get("/login"));

        Response choose =
                visit.browser()
                        .cookie("guichet_request", theirs)
                        .urlEncodingEnabled(false)
                        .get(inbox.link(newcomer.email()));

        assertThat(choose.asString()).contains("Choose a new password").doesNotContain("Ciné Club");
    }

    @Test
    void that_waited_too_long_is_left_alone_and_the_password_is_still_changed() {
        Response login = loginPage(visit);
        clock.pass(Duration.ofMinutes(20));
        asksForLink(visit, login);
        String mailed = inbox.link(newcomer.email());
        clock.pass(Duration.ofMinutes(11));

        Response changed = chooses(visit, visit.opens(mailed));

        assertThat(changed.asString()).contains("Your password has been changed");
        assertThat(link(changed, "Sign in").attr("href")).isEqualTo("/login");
    }

    @Test
    void is_remembered_by_a_cookie_that_no_script_and_no_other_site_uses_and_once() {
        Response asked = asksForLink(visit, loginPage(visit));
        Response changed = chooses(visit, visit.opens(inbox.link(newcomer.email())));

        var kept = asked.detailedCookie("guichet_request");
        assertThat(kept.isHttpOnly()).isTrue();
        assertThat(kept.getSameSite()).isEqualTo("Lax");
        assertThat(changed.detailedCookie("guichet_request").getMaxAge()).isZero();
    }

    private Response loginPage(Visit where) {
        return where.follows(where.asks(request(client)));
    }

    private Response asksForLink(Visit where, Response login) {
        return where.submits(follows(where, login, "Forgot"), Map.of("email", newcomer.email()));
    }

    private static Response chooses(Visit where, Response page) {
        return where.submits(page, Map.of("password", NEW_PASSWORD));
    }

    private Response signsIn(Visit where, Response login) {
        return where.submits(
                login, Map.of("username", newcomer.username(), "password", NEW_PASSWORD));
    }

    private static Response follows(Visit where, Response page, String text) {
        return where.opens(link(page, text).attr("href"));
    }

    private static Element link(Response page, String text) {
        return Jsoup.parse(page.asString()).expectFirst("a:contains(%s)".formatted(text));
    }

    private static String handle(Response page) {
        return Jsoup.parse(page.asString()).expectFirst("[name=request]").attr("value");
    }
}
