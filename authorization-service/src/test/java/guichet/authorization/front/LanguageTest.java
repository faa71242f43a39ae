package guichet.authorization.front;

import static guichet.authorization.protocol.flow.Visit.request;
import static io.restassured.RestAssured.given;
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
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which language people are spoken to, and how they choose another one. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguageTest {
    private final Visit visit = new Visit();

    @Inject Inbox inbox;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-CA, en;q=0.5 | fr | Se connecter",
                "de, fr;q=0.8, en;q=0.5 | fr | Se connecter",
                "en-GB, fr;q=0.5 | en | Sign in",
                "de | en | Sign in"
            })
    @Tag("RFC9110-12.5.4")
    void a_page_is_in_the_language_that_the_browser_prefers(
            String accepted, String language, String heading) {
        var page = given().header("Accept-Language", accepted).get("/login");

        assertThat(page.header("Content-Language")).isEqualTo(language);
        assertThat(html(page)).isEqualTo(language);
        assertThat(heading(page)).isEqualTo(heading);
    }

    @ParameterizedTest
    @CsvSource({"fr, fr", "de fr-CA en, fr", "en fr, en", "de, en", "'<&', en"})
    @Tag("OIDC-Core-3.1.2.1")
    void what_the_application_asks_for_holds_on_every_page_of_its_request(
            String asked, String language) {
        var request = request(RegistryNeighbour.client());
        request.put("ui_locales", asked);

        Response signIn = visit.follows(visit.asks(request));
        Response refused = visit.submits(signIn, Map.of("username", "a", "password", "b"));
        Response consent = visit.follows(visit.signsIn(signIn));

        assertThat(html(signIn)).isEqualTo(language);
        assertThat(html(refused)).isEqualTo(language);
        assertThat(html(consent)).isEqualTo(language);
    }

    @Test
    @Tag("RFC7591-2.2")
    void what_others_say_of_themselves_is_in_the_language_of_the_page_if_they_say_it() {
        var request =
                request(
                        RegistryNeighbour.client(
                                """
                                "client_name": "Film Club", "description": "Evenings",
                                "tos_uri": "https://cine.example/terms",
                                "in_other_languages": {"client_name#fr-FR": "Ciné Club",
                                  "tos_uri#fr": "https://cine.example/cgu"}\
                                """));
        request.put("scope", "movies:read movies:write");
        request.put("ui_locales", "fr");

        var page = Jsoup.parse(visit.reachesConsent(request).asString());

        assertThat(page.expectFirst("h1").wholeText()).isEqualTo("Autoriser Ciné Club\u00a0?");
        assertThat(page.text()).contains("Evenings", "Voir les films de votre liste");
        assertThat(page.select("li[lang=en]").text()).isEqualTo("Change your list");
        assertThat(page.select("footer a").eachAttr("href")).contains("https://cine.example/cgu");
    }

    @Test
    void the_profile_of_who_is_signed_in_goes_before_the_browser() {
        Newcomer.signsUp(visit);
        says("fr-CA");

        assertThat(html(visit.browser().header("Accept-Language", "en").get("/account")))
                .isEqualTo("fr");
    }

    @Test
    void what_the_application_asks_for_goes_before_the_profile() {
        Newcomer.signsUp(visit);
        says("fr-CA");
        var request = request(RegistryNeighbour.client());
        request.put("ui_locales", "en");

        assertThat(html(visit.follows(visit.asks(request)))).isEqualTo("en");
    }

    @Test
    void what_somebody_chose_at_the_foot_of_a_page_goes_before_everything() {
        var request = request(RegistryNeighbour.client());
        request.put("ui_locales", "en");
        Response english = visit.follows(visit.asks(request));

        Response switched = visit.browser().formParams(choice(english, "fr")).post("/language");
        Response french = visit.follows(switched);

        assertThat(heading(french)).isEqualTo("Se connecter");
        assertThat(french.asString()).contains("name=\"request\"");
        assertThat(html(visit.opens("/signup"))).isEqualTo("fr");
    }

    @Test
    void a_form_that_was_refused_is_to_be_had_in_another_language() {
        Response refused =
                visit.submits(visit.opens("/signup"), Map.of("username", "@", "password", "x"));

        assertThat(choice(refused, "fr")).containsEntry("back", "/signup");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/\\evil.example",
                ".evil.example",
                "@evil.example",
                ":1/",
                "/\r\nX: y"
            })
    void nobody_is_led_elsewhere_by_it(String back) {
        var answer =
                given().redirects()
                        .follow(false)
                        .formParam("language", "fr")
                        .formParam("back", back)
                        .post("/language");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).startsWith("http://localhost:8080/");
    }

    @Test
    void a_page_of_another_site_does_not_choose() {
        var answer =
                given().header("Sec-Fetch-Site", "cross-site")
                        .formParam("language", "fr")
                        .post("/language");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.cookies()).doesNotContainKey("guichet_language");
    }

    @Test
    void a_language_that_there_is_not_is_not_kept() {
        var answer =
                given().redirects().follow(false).formParam("language", "de").post("/language");

        assertThat(answer.cookies()).doesNotContainKey("guichet_language");
    }

    @Test
    void letters_are_in_the_language_of_the_page_that_caused_them() {
        visit.browser().formParam("language", "fr").post("/language");

        var letter = inbox.latest(Newcomer.signsUp(visit).email());

        assertThat(letter.getSubject()).isEqualTo("Confirmez votre adresse e-mail");
        assertThat(letter.getText()).startsWith("Bonjour,");
    }

    @Test
    void times_are_written_as_in_the_language_and_the_zone_of_the_person() {
        Newcomer.signsUp(visit);
        visit.submits(
                visit.opens("/account/profile"),
                Map.of("name", "N", "locale", "fr", "zoneinfo", "Europe/Paris"));

        assertThat(Jsoup.parse(visit.opens("/account").asString()).select("li").text())
                .containsPattern("depuis le \\d{1,2} \\p{L}+ \\d{4}");
    }

    private void says(String locale) {
        visit.submits(visit.opens("/account/profile"), Map.of("name", "N", "locale", locale));
    }

    private static Map<String, String> choice(Response page, String language) {
        String back =
                Jsoup.parse(page.asString()).expectFirst(".languages [name=back]").attr("value");
        return Map.of("language", language, "back", back);
    }

    private static String html(Response page) {
        return Jsoup.parse(page.asString()).expectFirst("html").attr("lang");
    }

    private static String heading(Response page) {
        return Jsoup.parse(page.asString()).expectFirst("h1").text();
    }
}
