package guichet.authorization.language;

import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.account.Newcomer;
import guichet.authorization.people.mail.Inbox;
import guichet.authorization.protocol.flow.Visit;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A third language is a file and a word in {@code quarkus.locales}: here one that nobody speaks,
 * the English in brackets. What is on a page without them can be said in no language but English.
 */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MadeUpLanguageTest {
    private final Visit visit = new Visit();

    @Inject Inbox inbox;

    @BeforeEach
    void chooseTheLanguage() {
        choose(visit);
    }

    private static void choose(Visit visit) {
        visit.browser().formParam("language", "qps").formParam("back", "/").post("/language");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/signup",
                "/password-reset",
                "/password-reset/new?link=gone",
                "/email-verification?link=gone",
                "/logout",
                "/errors",
                "/errors/parameter-missing",
                "/errors/nothing",
                "/consent",
                "/auth"
            })
    void what_strangers_read_is_in_the_bundle(String path) {
        isInTheBundle(visit.browser().header("Accept", "text/html").get(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account",
                "/account?done=profile",
                "/account?done=email",
                "/account?done=password",
                "/account?done=sessions",
                "/account?done=application",
                "/account?done=no_permission",
                "/account/profile",
                "/account/email",
                "/account/password",
                "/account/applications",
                "/logout"
            })
    void what_people_read_who_are_signed_in_is_in_the_bundle(String path) {
        isInTheBundle(Newcomer.signsUp(visit).visit().browser().get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/signup", "/password-reset"})
    void what_is_wrong_with_a_form_is_in_the_bundle(String path) {
        var faulty =
                Map.of("username", "@", "name", "@", "email", "nowhere", "password", "too short");

        isInTheBundle(visit.submits(visit.opens(path), faulty));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account/profile", "/account/email", "/account/password"})
    void what_is_wrong_with_a_form_of_the_account_is_in_the_bundle(String path) {
        Newcomer.signsUp(visit);
        var faulty =
                Map.of("name", "@", "birthdate", "never", "email", "nowhere", "password", "short");

        isInTheBundle(visit.submits(visit.opens(path), faulty));
    }

    @Test
    void the_way_to_an_application_is_in_the_bundle() {
        Response signIn = visit.follows(visit.asks(request(RegistryNeighbour.client())));
        isInTheBundle(signIn);

        isInTheBundle(visit.follows(visit.signsIn(signIn)));
    }

    @Test
    void the_choice_of_an_account_is_in_the_bundle() {
        visit.signsIn(visit.opens("/login"));
        var request = request(RegistryNeighbour.client());
        request.put("prompt", "select_account");

        isInTheBundle(visit.follows(visit.asks(request)));
    }

    @Test
    void letters_and_what_their_links_lead_to_are_in_the_bundle() {
        var newcomer = Newcomer.signsUp(visit);
        var letter = inbox.latest(newcomer.email());
        String text = letter.getText().replaceAll("http\\S+", "");
        assertThat(letter.getSubject() + text).matches("(?s)(⟦.*⟧\\s*)+");

        Response page = new Visit().browser().cookie("guichet_language", "qps").get(link(newcomer));
        isInTheBundle(page);
        isInTheBundle(visit.submits(visit.opens(link(newcomer)), Map.of()));
    }

    private String link(Newcomer newcomer) {
        return inbox.link(newcomer.email());
    }

    private static void isInTheBundle(Response page) {
        assertThat(page.header("Content-Language")).isEqualTo("qps");
        assertThat(page.asString())
                .contains("<html lang=\"qps\">")
                .matches(PagesInBrackets.hasMessages());
        assertThat(PagesInBrackets.unbundled(page.asString())).isEmpty();
    }
}
