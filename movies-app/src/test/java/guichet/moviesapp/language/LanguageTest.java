package guichet.moviesapp.language;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.moviesapp.neighbour.MoviesApi;
import guichet.moviesapp.neighbour.Provider;
import guichet.moviesapp.visit.Visit;
import guichet.moviesapp.visit.Visit.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which language people are spoken to; one of them nobody speaks, the English in brackets. */
@QuarkusTest
@WithTestResource(value = Provider.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MoviesApi.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguageTest {
    private final Visit visit = new Visit();

    @BeforeEach
    void neighbours_behave() {
        Provider.behaves();
        MoviesApi.behaves();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/films",
                "/films?q=zzz",
                "/statistics",
                "/sign-in-refused?error=access_denied",
                "/sign-in-refused?error=server_error",
                "/sign-in-refused",
                "/no-such-page"
            })
    void what_guests_read_is_in_the_bundle(String path) {
        chooses("qps");

        isInTheBundle(visit.opens(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/films", "/my-films", "/my-films?removed=true"})
    void what_people_read_who_are_signed_in_is_in_the_bundle(String path) {
        chooses("qps");

        isInTheBundle(visit.signsIn().opens(path));
    }

    @Test
    void the_switch_leads_back_to_where_it_was() {
        Page french = visit.presses(visit.opens("/films?q=varda"), "[name=language][value=fr]");

        assertThat(french.heading()).isEqualTo("Films");
        assertThat(french.html().expectFirst("html").attr("lang")).isEqualTo("fr");
        assertThat(french.address().getQuery()).isEqualTo("q=varda");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example", ""})
    void nobody_is_led_elsewhere_by_it(String back) {
        var fields = new LinkedHashMap<>(hidden(visit.opens("/")));
        fields.put("language", "fr");
        fields.put("back", back);

        assertThat(visit.post("/language", fields).location().getHost()).isEqualTo("localhost");
    }

    @Test
    void a_page_of_another_site_does_not_choose() {
        visit.opens("/");

        assertThat(visit.post("/language", Map.of("language", "fr")).status()).isEqualTo(400);
    }

    @Test
    void who_signs_in_reads_in_their_own_language_from_then_on() {
        Provider.tellsLocale("fr-CA");

        assertThat(visit.signsIn().opens("/films").html().expectFirst("html").attr("lang"))
                .isEqualTo("fr");
    }

    @Test
    void what_somebody_chose_stays_when_they_sign_in() {
        Provider.tellsLocale("fr-CA");
        chooses("qps");

        assertThat(visit.signsIn().opens("/films").html().expectFirst("html").attr("lang"))
                .isEqualTo("qps");
    }

    @Test
    void the_provider_is_asked_to_go_on_in_the_language_of_the_page() {
        chooses("fr");
        String signIn = visit.opens("/").html().expectFirst("a.button").attr("href");

        assertThat(visit.open(signIn).location().getQuery()).contains("ui_locales=fr");
    }

    private void chooses(String language) {
        visit.press(visit.opens("/"), "[name=language][value=%s]".formatted(language));
    }

    private static Map<String, String> hidden(Page page) {
        var fields = new LinkedHashMap<String, String>();
        page.html()
                .select(".languages input")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        return fields;
    }

    private static void isInTheBundle(Page page) {
        assertThat(page.html().expectFirst("html").attr("lang")).isEqualTo("qps");
        assertThat(page.body()).matches(PagesInBrackets.hasMessages());
        assertThat(PagesInBrackets.unbundled(page.body())).isEmpty();
    }
}
