package guichet.moviesapp.page;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.moviesapp.neighbour.MoviesApi;
import guichet.moviesapp.neighbour.Provider;
import guichet.moviesapp.visit.Visit;
import guichet.moviesapp.visit.Visit.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Provider.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MoviesApi.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PageTest {
    private final Visit guest = new Visit();

    @BeforeEach
    void neighbours_behave() {
        Provider.behaves();
        MoviesApi.behaves();
    }

    @Test
    void every_page_is_protected() {
        var alice = new Visit().signsIn();
        var pages =
                Stream.of(
                        guest.opens("/"),
                        guest.opens("/films"),
                        guest.opens("/statistics"),
                        guest.opens("/sign-in-refused?error=access_denied"),
                        guest.opens("/no-such-page"),
                        alice.post("/my-films", Map.of()),
                        alice.opens("/"),
                        alice.opens("/films"),
                        alice.opens("/my-films"));

        assertThat(pages).allSatisfy(PageTest::isProtected);
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data; boundary=a,   no part at all",
        "application/x-www-form-urlencoded, title=%",
    })
    @Tag("RFC9110-15.5.1")
    void a_body_that_cannot_be_read_is_the_sender_s_fault(String type, String body) {
        for (String path : List.of("/", "/films", "/statistics", "/sign-in-refused")) {
            assertThat(guest.send("GET", path, type, body).status()).as(path).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "a/b<c>", "text/html; charset"})
    @Tag("RFC9110-8.3")
    void a_type_that_is_none_is_the_sender_s_fault(String type) {
        assertThat(guest.send("POST", "/sign-out", type, "").status()).isEqualTo(400);
    }

    private static void isProtected(Page page) {
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith(
                        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self' http://localhost:")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        var html = page.html();
        assertThat(html.select("script, style, [style]")).isEmpty();
        assertThat(html.expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(html.select("meta[name=viewport]")).isNotEmpty();
        assertThat(html.select("h1")).hasSize(1);
        assertThat(html.title()).endsWith("Ciné Club").doesNotStartWith("·");
    }

    @Test
    void a_style_is_taken_for_nothing_else() {
        var style = guest.opens("/assets/movies-app.css");

        assertThat(style.status()).isEqualTo(200);
        assertThat(style.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    @Tag("WCAG-2.4.1")
    void the_navigation_can_be_skipped() {
        var html = guest.opens("/films").html();

        assertThat(html.body().child(0).attr("href")).isEqualTo("#content");
        assertThat(html.expectFirst("main").id()).isEqualTo("content");
    }

    @Test
    void every_column_has_a_name() {
        var alice = new Visit().signsIn();

        assertThat(
                        Stream.of("/films", "/my-films", "/statistics")
                                .flatMap(path -> alice.opens(path).html().select("th").stream()))
                .allSatisfy(header -> assertThat(header.text()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "image/png", "text/*;q=0", ";;", ""})
    @Tag("RFC9110-12.5.1")
    void everybody_gets_the_page_whatever_they_accept(String accept) {
        assertThat(guest.accepting(accept, "/films").status()).isEqualTo(200);
        assertThat(guest.accepting(accept, "/no-such-page").status()).isEqualTo(404);
    }

    @Test
    void cookies_are_out_of_reach_for_scripts_and_other_sites() {
        var alice = new Visit();
        Page asked = alice.open("/my-films");
        Page back = alice.open(alice.open(asked.location().toString()).location().toString());

        assertThat(
                        Stream.of(asked, back)
                                .flatMap(it -> it.headers().allValues("set-cookie").stream()))
                .filteredOn(it -> !it.contains("Max-Age=0"))
                .anyMatch(it -> it.startsWith("q_session="))
                .allSatisfy(it -> assertThat(it).containsIgnoringCase("HttpOnly"))
                .filteredOn(it -> it.startsWith("q_session="))
                .allSatisfy(it -> assertThat(it).contains("SameSite=Lax"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/movies-app.css", "/assets/movies-app.svg"})
    void what_has_no_version_in_its_address_is_not_kept(String file) {
        assertThat(guest.open(file).header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/webjars/picocss__pico/2.1.1/css/pico.min.css", "/assets/movies-app.css"})
    void the_look_is_served_by_the_application_itself(String sheet) {
        Page page = guest.open(sheet);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/css");
    }
}
